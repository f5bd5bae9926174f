/** What a department said of a subject when it was asked; MISSING when it said nothing in time. */
export type DepartmentAnswer = 'NONE' | 'RECORD' | 'MISSING';

/** What the index says of the answer. Only CONSISTENT lets the answer stand as it is. */
export type HoldingVerdict = 'CONSISTENT' | 'INVALID' | 'MISSING_WOULD_HIT' | 'UNKNOWN';

export interface AnswerUnderTest {
  readonly answer: DepartmentAnswer;
  /** Whether the subject is in the department's index; null when there is no index to ask. */
  readonly isHeld: boolean | null;
  /** The moment the index is true for; null when there is none. */
  readonly indexAsOf: Date | null;
  /** The moment the answer is, or would have been, true for. */
  readonly answerAsOf: Date;
}

/** An index is made daily; one that missed a day still speaks, one that missed two does not. */
const longestAgeMs = 2 * 86_400_000;

/**
 * Holds an answer against the index of holdings. Where the index cannot know, it says so: a gap is never taken for
 * "none", and an answer that never came is never consistent.
 */
export function judgeAnswer({ answer, isHeld, indexAsOf, answerAsOf }: AnswerUnderTest): HoldingVerdict {
  if (isHeld === null || indexAsOf === null) return 'UNKNOWN';
  const lead = answerAsOf.getTime() - indexAsOf.getTime();
  if (!(Math.abs(lead) <= longestAgeMs)) return 'UNKNOWN';
  if (answer === 'MISSING') return isHeld ? 'MISSING_WOULD_HIT' : 'UNKNOWN';
  if (answer === 'NONE') return isHeld ? 'INVALID' : 'CONSISTENT';
  if (isHeld) return 'CONSISTENT';
  // What was recorded after the index was made is not in it.
  return lead > 0 ? 'UNKNOWN' : 'INVALID';
}
