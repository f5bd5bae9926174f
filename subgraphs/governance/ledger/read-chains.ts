import { streamInTurn, type StreamedRow } from '../../kit/database/stream-rows.ts';
import { withClient } from '../../kit/database/roles.ts';
import type { ChainEnd, ChainRow } from './verify-chains.ts';

// Whatever somebody has put there must be read, so that it can be told: PostgreSQL would not decode every byte, nor
// JavaScript take every moment.
const recordsOf = (partition: string): string => `
  select part, chain, seq::float8 as seq, (extract(epoch from at) * 1000)::float8 as at, encode(prev, 'hex') as prev,
    encode(hash, 'hex') as hash, body, kind, access, person, actor, case_reference, classes
  from ${partition} p order by part, chain, p.seq`;

// By what the partition takes in and not by its name, which proves nothing: the month, then the kind of retention.
const partitions = `
  select inhrelid::regclass::text as partition from pg_inherits i join pg_class c on c.oid = i.inhrelid
  where i.inhparent = 'governance.ledger_record'::regclass
  order by substring(pg_get_expr(c.relpartbound, c.oid) from '-(\\d{6})''\\)$') collate "C" nulls first,
    pg_get_expr(c.relpartbound, c.oid) collate "C"`;

/** All records, month by month and chain by chain in the order of their numbers. `url` is of the owner of the schema. */
export async function* readChains(url: string): AsyncGenerator<ChainRow, void, undefined> {
  yield* streamInTurn(url, async function* (stream) {
    const names: string[] = [];
    for await (const { partition } of stream(partitions, [])) names.push(String(partition));
    for (const name of names) for await (const row of stream(recordsOf(name), [])) yield toChainRow(row);
  });
}

function toChainRow({
  part,
  chain,
  seq,
  at,
  prev,
  hash,
  body,
  kind,
  access,
  person,
  actor,
  case_reference,
  classes,
}: StreamedRow): ChainRow {
  return {
    part: String(part),
    chain: String(chain),
    seq: Number(seq),
    at: momentOf(Number(at)),
    prev: String(prev),
    hash: String(hash),
    body: textOf(body),
    columns: {
      kind: String(kind),
      access: String(access),
      person: textOrNull(person),
      actor: textOrNull(actor),
      caseReference: textOrNull(case_reference),
      classes: Array.isArray(classes) ? classes.map(String) : null,
    },
  };
}

/** The ends of chains as the table of heads says them. */
export async function readHeadTable(url: string): Promise<ReadonlyMap<string, ChainEnd>> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ chain: string; seq: string; hash: string }>(
      "select chain, seq, encode(hash, 'hex') as hash from governance.ledger_head where seq > 0",
    );
    return new Map(rows.map(({ chain, seq, hash }) => [chain, { seq: Number(seq), hash }]));
  });
}

/** The ledger writes whole milliseconds; anything else is no moment of its own. */
const momentOf = (ms: number): Date => new Date(Number.isSafeInteger(ms) ? ms : Number.NaN);

/** Bytes that are no UTF-8 become another text, whose digest is another too. */
function textOf(body: unknown): string {
  if (!Buffer.isBuffer(body)) return '';
  const text = body.toString('utf8');
  return Buffer.from(text).equals(body) ? text : body.toString('latin1');
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
