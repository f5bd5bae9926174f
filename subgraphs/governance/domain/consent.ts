/** What somebody asks to have recorded as his consent. Times are RFC 3339. */
export interface ConsentGrant {
  readonly classes: readonly string[];
  readonly purpose: string;
  /** Roles and departments' codes. */
  readonly recipients: readonly string[];
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly evidence: string;
}

/** What is wrong with a grant, for the one who asks: code, message, and where in the input. */
export interface ConsentFault {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

/** Consent fades: what was agreed to is asked again after three years at the latest. */
const longestYears = 3;

/** A grant may begin a little before it arrives: clocks differ, forms take time. */
const graceMs = 5 * 60_000;

/** Finds what is wrong with a grant; empty when it may be recorded. `askable` are the classes that consent can open. */
export function findGrantFaults(
  grant: ConsentGrant,
  now: Date,
  askable: ReadonlySet<string>,
): readonly ConsentFault[] {
  const { classes, recipients, validFrom, validTo } = grant;
  const latest = new Date(validFrom);
  latest.setUTCFullYear(latest.getUTCFullYear() + longestYears);
  const faults: (ConsentFault | false)[] = [
    classes.length === 0 && fault('REQUIRED', 'Expected at least one class of data, found none.', 'classes'),
    !classes.every((name) => askable.has(name)) &&
      fault('NOT_BY_CONSENT', `Expected classes that consent opens: ${[...askable].join(', ')}.`, 'classes'),
    recipients.length === 0 &&
      fault('REQUIRED', 'Expected at least one role or department, found none.', 'recipientRoles'),
    validFrom.getTime() < now.getTime() - graceMs &&
      fault('IN_THE_PAST', 'Expected a beginning that is not in the past.', 'validFrom'),
    validTo <= validFrom && fault('ENDS_BEFORE_IT_BEGINS', 'Expected an end after the beginning.', 'validTo'),
    validTo > latest && fault('TOO_LONG', `Expected an end within ${longestYears} years.`, 'validTo'),
  ];
  return faults.filter((found) => found !== false);
}

const fault = (code: string, message: string, field: string): ConsentFault => ({
  code,
  message,
  path: ['input', field],
});
