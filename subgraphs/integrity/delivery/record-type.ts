/** What the catalogue says of the records of a delivery. */
export interface DeliveredType {
  readonly code: string;
  readonly name: string;
  readonly polarity: 'POSITIVE' | 'NEGATIVE' | 'NEUTRAL';
  /** Whether its records are published. */
  readonly isPublic: boolean;
}

/** A row of `typeQuery`. */
export interface TypeRow {
  readonly code: string;
  readonly name: string;
  readonly polarity: DeliveredType['polarity'];
  readonly data_class: string;
  readonly sharing: string;
  readonly department_code: string;
  readonly answer_mode: string;
}

/** Asks for a record type by its code, as `$1`. */
export const typeQuery = `select t.code, t.name, t.polarity, t.data_class, t.sharing, t.department_code, d.answer_mode
  from record_type t join department d on d.code = t.department_code where t.code = $1`;

/** Why a department may not deliver records of a type, in words for whoever delivers. */
export interface TypeFault {
  readonly code: 'UNKNOWN_TYPE' | 'NOT_SHARED' | 'NOT_DELIVERED';
  readonly message: string;
}

/** Whether a department may deliver records of a type. What is not shared enters by no door. */
export function judgeType(row: TypeRow | undefined, department: string): DeliveredType | TypeFault {
  if (row?.department_code !== department)
    return {
      code: 'UNKNOWN_TYPE',
      message: `Expected a record type of ${department}'s catalogue, found another.`,
    };
  if (row.sharing === 'NOT_SHARED')
    return {
      code: 'NOT_SHARED',
      message: 'Expected a type that is shared, found one that a law keeps back.',
    };
  if (row.answer_mode === 'HUMAN_ONLY' || row.answer_mode === 'NONE')
    return {
      code: 'NOT_DELIVERED',
      message: 'Expected a department that delivers records, found one for which people answer.',
    };
  const { code, name, polarity } = row;
  return { code, name, polarity, isPublic: row.data_class === 'CREDIT_PUBLIC' && polarity === 'NEGATIVE' };
}
