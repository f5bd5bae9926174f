/** A call as one side knows it. */
export interface KnownCall {
  readonly ticket: string;
  readonly access: string;
  readonly at: Date;
  /** Digest of the answer; null where there was none. */
  readonly response: string | null;
  /** Whether it was for an integrity review, of which accesses are kept longer. */
  readonly isForReview: boolean;
}

/** A ticket, and what each side knows of its call. */
export interface Pair {
  readonly hub: KnownCall | undefined;
  readonly department: KnownCall | undefined;
}

/** Pairs two sides by ticket, in one pass and little memory. Both must come in the order of their tickets. */
export async function* mergeByTicket(
  hub: AsyncIterable<KnownCall>,
  department: AsyncIterable<KnownCall>,
): AsyncGenerator<Pair, void, undefined> {
  const left = hub[Symbol.asyncIterator]();
  const right = department[Symbol.asyncIterator]();
  try {
    let [one, other] = await Promise.all([left.next(), right.next()]);
    while (one.done !== true || other.done !== true) {
      const mine = one.done === true ? undefined : one.value;
      const theirs = other.done === true ? undefined : other.value;
      const isMine = mine !== undefined && (theirs === undefined || mine.ticket <= theirs.ticket);
      const isTheirs = theirs !== undefined && (mine === undefined || theirs.ticket <= mine.ticket);
      yield { hub: isMine ? mine : undefined, department: isTheirs ? theirs : undefined };
      if (isMine) one = await left.next();
      if (isTheirs) other = await right.next();
    }
  } finally {
    await Promise.all([left.return?.(), right.return?.()]);
  }
}
