import { pino, type Logger } from 'pino';
import { choice, optional, readEnvironment, text } from './env.ts';

/**
 * The operational log: JSON lines on standard error, or in LOG_FILE, so that what a command prints stays its own. It is told what
 * happened and under which request id, never whose data it was: no names, numbers, addresses or SQL values are passed.
 */
export type Log = Logger;

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** The log of a process or of a part of it. */
export function createLog(name: string): Log {
  const { log } = readEnvironment({
    log: { LOG_LEVEL: choice(levels, 'info'), LOG_FILE: optional(text()) },
  });
  const place = log.LOG_FILE === undefined ? { fd: 2 } : { dest: log.LOG_FILE };
  return pino(
    { name, level: log.LOG_LEVEL, serializers: { err: describeError } },
    pino.destination({ ...place, sync: true }),
  );
}

/**
 * An error without what it quotes: PostgreSQL puts values into its messages, `detail` and `where`. Its code and the place
 * in our code are enough to find the fault.
 */
function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const message = 'severity' in error ? {} : { message: error.message };
  const stack = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
  return { type: error.name, ...code, ...message, stack };
}
