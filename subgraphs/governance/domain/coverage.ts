/** What a department said of its own log, and when: undefined when it did not answer, null when it keeps none. */
export interface AskedLog {
  readonly period: { readonly from: Date; readonly to: Date } | null | undefined;
  readonly checkedAt: Date;
}

/** What is known of a department's log for a period. */
export interface CoverageOfDepartment {
  /** The department's code. */
  readonly code: string;
  readonly state: 'COVERED' | 'NOT_REACHED' | 'NO_LOG';
  readonly from: Date | null;
  readonly to: Date | null;
  readonly checkedAt: Date;
}

/** Whether a department's log covers a period from its beginning on. What did not answer is not the same as no log. */
export function coverageOf(code: string, { period, checkedAt }: AskedLog, from: Date): CoverageOfDepartment {
  const known = { code, from: period?.from ?? null, to: period?.to ?? null, checkedAt };
  if (period === undefined) return { ...known, state: 'NOT_REACHED' };
  return { ...known, state: period !== null && period.from <= from ? 'COVERED' : 'NO_LOG' };
}

/** Only when all are covered does an empty list say that nobody looked. */
export const isComplete = (departments: readonly CoverageOfDepartment[]): boolean =>
  departments.length > 0 && departments.every(({ state }) => state === 'COVERED');
