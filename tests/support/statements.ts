import pg from 'pg';

/** What was sent to PostgreSQL while somebody listened. */
export interface Statements {
  /** Statements that read a department's tables. */
  readonly reads: readonly string[];
  /** The envelopes around them: a transaction with the scope for row security, and its end. */
  readonly envelopes: readonly string[];
  /** What was written into the ledger before and after. */
  readonly ledger: readonly string[];
  /** What departments wrote into their own logs, for this or what was before, behind the answers. */
  readonly logs: readonly string[];
  /** Everything else. */
  readonly others: readonly string[];
}

const departmentRead = /\bfrom\b/i;
const envelope = /^(begin read only; set local hub\.|commit$)/;

/** Runs something and lists the statements that this process sent meanwhile. */
export async function listenToStatements(work: () => Promise<unknown>): Promise<Statements> {
  const sent: string[] = [];
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function listen(this: pg.Client, ...args: unknown[]) {
    const [first] = args;
    sent.push(typeof first === 'string' ? first : String((first as { text?: unknown }).text));
    return Reflect.apply(original, this, args);
  } as typeof original;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = original;
  }
  const isLedger = (statement: string): boolean => statement.includes('append_to_ledger');
  const isLog = (statement: string): boolean => statement.startsWith('insert into disclosure_record');
  const isEnvelope = (statement: string): boolean => envelope.test(statement);
  const rest = sent.filter((statement) => ![isEnvelope, isLedger, isLog].some((isOne) => isOne(statement)));
  return {
    envelopes: sent.filter(isEnvelope),
    ledger: sent.filter(isLedger),
    logs: sent.filter(isLog),
    reads: rest.filter((statement) => departmentRead.test(statement)),
    others: rest.filter((statement) => !departmentRead.test(statement)),
  };
}
