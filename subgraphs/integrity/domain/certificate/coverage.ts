import type { CertificateAnswer, CertificateCoverage } from './payload.ts';

type Stated = Pick<CertificateAnswer, 'department' | 'name' | 'state'>;

/** These say something that stays so without anybody doing more; all others are missing, whatever the reason. */
const answered: ReadonlySet<CertificateAnswer['state']> = new Set([
  'ANSWERED_NONE',
  'ANSWERED_RECORD',
  'NOT_APPLICABLE',
  'SUPPRESSED',
]);

/** How many of the 42 departments have answered, and who has not. */
export function coverageOf(answers: readonly Stated[]): CertificateCoverage {
  const missing = answers.filter(({ state }) => !answered.has(state));
  return {
    required: 42,
    answered: answers.length - missing.length,
    missing: missing.map(({ department, name }) => ({ code: department, name })),
  };
}

/** The line that nobody may read a decision without. */
export function headlineOf(answers: readonly Stated[]): string {
  const { required, answered: count, missing } = coverageOf(answers);
  const notApplicable = answers.filter(({ state }) => state === 'NOT_APPLICABLE').length;
  const whole = `${count} of ${required} answered, ${notApplicable} of them not applicable`;
  return missing.length === 0 ? whole : `${whole}; missing: ${missing.map(({ name }) => name).join('、')}`;
}
