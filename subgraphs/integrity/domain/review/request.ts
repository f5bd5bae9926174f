import { parseCreditCode } from '../../../kit/domain/credit-code.ts';
import { addDays } from './months.ts';
import type { ReviewPurpose, Rules, SubjectKind } from './rules.ts';

/** The most subjects of one request. */
export const mostSubjects = 5_000;
/** The longest wait for answers, and how far back a review may look from, in days. */
const longestWaitDays = 180;
const furthestBackDays = 366;

export interface AskedSubject {
  readonly kind: SubjectKind;
  readonly person?: string | null | undefined;
  readonly creditCode?: string | null | undefined;
  readonly division?: string | null | undefined;
  readonly post?: string | null | undefined;
}

export interface AskedReview {
  readonly purpose: ReviewPurpose;
  readonly asOf: string;
  readonly deadline: Date;
  readonly subjects: readonly AskedSubject[];
}

/** A subject of a request in its one form: the members of its kind and no others. */
export interface NamedSubject {
  readonly kind: SubjectKind;
  readonly person: string | null;
  readonly creditCode: string | null;
  readonly division: string | null;
  readonly post: string | null;
}

export interface RequestFault {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

type Member = 'person' | 'creditCode' | 'division' | 'post';

const demanded: Readonly<Record<SubjectKind, Member>> = {
  REGION: 'division',
  UNIT: 'creditCode',
  LEADER: 'person',
  INDIVIDUAL: 'person',
};
const members: readonly Member[] = ['person', 'creditCode', 'division', 'post'];

/** Reads a request, or tells all that is wrong with it. `now` and `today` are those of the call, `today` in the city. */
export function readRequest(
  asked: AskedReview,
  rules: Rules,
  { now, today }: { readonly now: Date; readonly today: string },
): { readonly subjects: readonly NamedSubject[] } | { readonly faults: readonly RequestFault[] } {
  const faults: RequestFault[] = [];
  const blame = (code: string, message: string, ...path: readonly string[]): void => {
    faults.push({ code, message, path: ['input', ...path] });
  };
  const { asOf, deadline, subjects } = asked;
  if (asOf > today || asOf < addDays(today, -furthestBackDays))
    blame(
      'AS_OF_OUT_OF_RANGE',
      `Expected a day from ${addDays(today, -furthestBackDays)} to ${today}, found another.`,
      'asOf',
    );
  if (!(deadline > now) || deadline.getTime() > now.getTime() + longestWaitDays * 86_400_000)
    blame(
      'DEADLINE_OUT_OF_RANGE',
      `Expected a moment within the next ${longestWaitDays} days, found another.`,
      'deadline',
    );
  if (subjects.length === 0 || subjects.length > mostSubjects)
    blame(
      'SUBJECTS_OUT_OF_RANGE',
      `Expected 1 to ${mostSubjects} subjects, found ${subjects.length}.`,
      'subjects',
    );
  const { kinds } = rules.purposes[asked.purpose];
  const seen = new Set<string>();
  const named = subjects.map((subject, index) => {
    const at = (member: string): readonly string[] => ['subjects', String(index), member];
    if (!kinds.includes(subject.kind))
      blame(
        'WRONG_KIND',
        `Expected ${kinds.join(' or ')} for this purpose, found ${subject.kind}.`,
        ...at('kind'),
      );
    const found = nameSubject(subject, (code, message, member) => blame(code, message, ...at(member)));
    const key = keyOf(found);
    if (seen.has(key))
      blame('DUPLICATE_SUBJECT', 'Expected each subject once, found it again.', ...at('kind'));
    seen.add(key);
    return found;
  });
  return faults.length > 0 ? { faults } : { subjects: named };
}

function nameSubject(
  subject: AskedSubject,
  blame: (code: string, message: string, member: Member) => void,
): NamedSubject {
  const { kind } = subject;
  const own = demanded[kind];
  for (const member of members) {
    const isGiven = subject[member] !== undefined && subject[member] !== null;
    const mayBe = member === own || (member === 'post' && kind === 'LEADER');
    if (member === own && !isGiven)
      blame('SUBJECT_INCOMPLETE', `Expected ${member} for ${kind}, found none.`, member);
    if (isGiven && !mayBe)
      blame('SUBJECT_AMBIGUOUS', `Expected no ${member} for ${kind}, found one.`, member);
  }
  const creditCode = kind === 'UNIT' && subject.creditCode ? parseCreditCode(subject.creditCode) : null;
  if (kind === 'UNIT' && subject.creditCode && creditCode === null)
    blame(
      'CREDIT_CODE',
      'Expected a unified social credit code with its check character (GB 32100), found another text.',
      'creditCode',
    );
  return {
    kind,
    person: subject.person ?? null,
    creditCode,
    division: subject.division ?? null,
    post: subject.post ?? null,
  };
}

/** What makes a subject the same one. */
export const keyOf = ({ kind, person, creditCode, division, post }: NamedSubject): string =>
  [kind, person, creditCode, division, post].map((part) => part ?? '').join('|');
