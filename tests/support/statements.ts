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
  /** What the register of reviews did of itself meanwhile: it looks every half second for what is due. */
  readonly keeping: readonly string[];
  /** Everything else. */
  readonly others: readonly string[];
}

const departmentRead = /\bfrom\b/i;
const envelope = /^(begin read only; set local hub\.|commit$)/;

/** How a transaction of the register's own begins: over the whole city, asked by nobody. */
const ownBeginning = "select set_config('hub.is_city'";

let heard: { readonly sent: string[]; readonly keeping: string[] } | undefined;
/** Connections in a transaction that nothing is known of but its beginning, and in one of the register's own. */
const [beginning, keeping] = [new WeakSet<pg.Client>(), new WeakSet<pg.Client>()];

/** From the first on, since what is listened to may begin in the middle of a transaction. */
const query = pg.Client.prototype.query;
pg.Client.prototype.query = function listen(this: pg.Client, ...args: unknown[]) {
  const [first] = args;
  hear(this, typeof first === 'string' ? first : String((first as { text?: unknown }).text));
  return Reflect.apply(query, this, args);
} as typeof query;

function hear(client: pg.Client, text: string): void {
  if (text === 'begin') {
    beginning.add(client); // told with what it begins
    return;
  }
  if (beginning.delete(client)) {
    if (text.startsWith(ownBeginning)) keeping.add(client);
    else heard?.sent.push('begin');
  }
  (keeping.has(client) ? heard?.keeping : heard?.sent)?.push(text);
  if (text === 'commit' || text === 'rollback') keeping.delete(client);
}

/** Runs something and lists the statements that this process sent meanwhile. */
export async function listenToStatements(work: () => Promise<unknown>): Promise<Statements> {
  const { sent, keeping } = (heard = { sent: [], keeping: [] });
  try {
    await work();
  } finally {
    heard = undefined;
  }
  const isLedger = (statement: string): boolean => statement.includes('append_to_ledger');
  const isLog = (statement: string): boolean => statement.startsWith('insert into disclosure_record');
  const isEnvelope = (statement: string): boolean => envelope.test(statement);
  const rest = sent.filter((statement) => ![isEnvelope, isLedger, isLog].some((isOne) => isOne(statement)));
  return {
    envelopes: sent.filter(isEnvelope),
    ledger: sent.filter(isLedger),
    logs: sent.filter(isLog),
    keeping,
    reads: rest.filter((statement) => departmentRead.test(statement)),
    others: rest.filter((statement) => !departmentRead.test(statement)),
  };
}
