/** Remembers which tickets were used, as long as they could be used again. */
export interface UsedTickets {
  /** Whether this is the ticket's first use; it is its last as well. */
  readonly take: (jti: string, now: number) => boolean;
}

/** Longer than any ticket lives, clocks' difference included. */
const generationMs = 60_000;

/** A ticket's id takes some 100 bytes here: 20 MB at the most, two generations of it. */
const mostKept = 200_000;

/**
 * Single use by memory of this process. Two generations, of which the older is forgotten as a whole; when a generation is
 * full no ticket is taken any more until the next: what cannot be remembered is not let in.
 */
export function createUsedTickets(limit = mostKept): UsedTickets {
  let former = new Set<string>();
  let current = new Set<string>();
  let since = 0;
  return {
    take: (jti, now) => {
      if (now - since > generationMs) {
        former = now - since > 2 * generationMs ? new Set() : current;
        current = new Set();
        since = now;
      }
      if (former.has(jti) || current.has(jti) || current.size >= limit) return false;
      current.add(jti);
      return true;
    },
  };
}
