import { NoAnswer, unusable } from './no-answer.ts';

/** How long a subgraph has for everything: headers made, question sent, answer read to its end. */
export const defaultDeadlineMs = 2000;

/**
 * Does the work, but waits no longer than the deadline or the client. The work is told by its signal; whether
 * it listens does not matter, and what it does afterwards is nobody's unhandled rejection.
 */
export const withinDeadline = async <T>(
  deadlineMs: number,
  client: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  if (client?.aborted === true) throw unusable('the client went away');
  const controller = new AbortController();
  const given = Promise.withResolvers<never>();
  // Reject first: the abort makes the work fail too, and its own error would tell nothing.
  const giveUp = (failure: NoAnswer): void => {
    given.reject(failure);
    controller.abort(failure);
  };
  const leave = (): void => giveUp(unusable('the client went away'));
  const timer = setTimeout(() => giveUp(new NoAnswer('SUBGRAPH_TIMEOUT', 'the deadline passed')), deadlineMs);
  client?.addEventListener('abort', leave, { once: true });
  try {
    return await Promise.race([given.promise, work(controller.signal)]);
  } finally {
    clearTimeout(timer);
    client?.removeEventListener('abort', leave);
  }
};
