import { streamRows } from '../../kit/database/stream-rows.ts';
import { withClient } from '../../kit/database/roles.ts';
import type { ChainEnd, ChainRow } from './verify-chains.ts';

const records = `
  select part, chain, seq::float8 as seq, at, encode(prev, 'hex') as prev, encode(hash, 'hex') as hash,
    convert_from(body, 'UTF8') as body, kind, access, person, actor, case_reference, classes
  from governance.ledger_record order by part, chain, ledger_record.seq`;

/** All records, chain by chain in the order of their numbers. `url` is of the owner of the schema. */
export async function* readChains(url: string): AsyncGenerator<ChainRow, void, undefined> {
  for await (const row of streamRows(url, records, [])) {
    const { part, chain, seq, at, prev, hash, body, kind, access, person, actor, case_reference, classes } =
      row;
    if (!(at instanceof Date)) throw new Error('A record of the ledger has no moment');
    yield {
      part: String(part),
      chain: String(chain),
      seq: Number(seq),
      at,
      prev: String(prev),
      hash: String(hash),
      body: String(body),
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

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
