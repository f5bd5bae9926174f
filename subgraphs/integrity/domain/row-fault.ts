/** Why a row waits in quarantine. */
export type FaultReason =
  | 'MISSING'
  | 'TOO_LONG'
  | 'NOT_A_DATE'
  | 'DATE_ORDER'
  | 'IN_FUTURE'
  | 'NOT_A_NUMBER'
  | 'NOT_A_CREDIT_CODE'
  | 'NOT_A_PHONE'
  | 'BIRTH_DATE_MISMATCH'
  | 'UNKNOWN_VALUE'
  | 'UNKNOWN_COLUMN'
  | 'CONTROL_CHARACTER'
  | 'PROHIBITED_CONTENT'
  | 'NO_IDENTITY'
  | 'TWO_IDENTITIES'
  | 'NOT_READABLE'
  | 'TOO_FEW_CELLS'
  | 'TOO_MANY_CELLS'
  | 'TOO_LONG_VALIDITY'
  | 'LEVEL_NOT_EXPECTED';

export interface RowFault {
  /** Null where the fault is of the row as a whole. */
  readonly column: string | null;
  readonly reason: FaultReason;
  readonly expected: string;
  /** The kind of what was found, never the value: a fault is shown to people who may not see the row. */
  readonly found: string;
}

export function createFault(
  column: string | null,
  reason: FaultReason,
  expected: string,
  found: string,
): RowFault {
  return { column, reason, expected, found };
}

/** What kind of text it is, for `found`. */
export function tellKind(text: string): string {
  if (text === '') return 'nothing';
  const { length } = [...text];
  const count = (what: string): string => `${length} ${what}${length === 1 ? '' : 's'}`;
  return /^\d+$/.test(text) ? count('digit') : `text of ${count('character')}`;
}
