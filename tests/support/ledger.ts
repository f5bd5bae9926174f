import type { Config } from '../../gateway/config.ts';
import { createLedgerNames, loadLedgerKey } from '../../subgraphs/kit/ledger/person-reference.ts';
import { askDatabase } from './database.ts';

/** A record of the ledger as tests read it: its body, and the person's reference. */
export interface LedgerBody {
  readonly kind: string;
  readonly access: string;
  readonly person?: string;
  readonly [member: string]: unknown;
}

interface Placed {
  /** Chain and number: where a record stands for good, whatever the clock does. */
  readonly place: string;
  readonly body: LedgerBody;
}

async function readPlaced(config: Config): Promise<readonly Placed[]> {
  const rows = await askDatabase<{ place: string; body: string }>(
    config,
    `select chain || ':' || seq as place, convert_from(body, 'UTF8') as body from governance.ledger_record
     order by at, chain, seq`,
  );
  return rows.map(({ place, body }) => ({ place, body: JSON.parse(body) as LedgerBody }));
}

/** All records so far, in the order they were written in their chains. */
export const readLedger = async (config: Config): Promise<readonly LedgerBody[]> =>
  (await readPlaced(config)).map(({ body }) => body);

/** Those that something added. */
export async function recordsOf(
  config: Config,
  work: () => Promise<unknown>,
): Promise<readonly LedgerBody[]> {
  const before = new Set((await readPlaced(config)).map(({ place }) => place));
  await work();
  return (await readPlaced(config)).filter(({ place }) => !before.has(place)).map(({ body }) => body);
}

/** How the ledger names a person. */
export async function referenceOf(config: Config, person: string): Promise<string> {
  return createLedgerNames(await loadLedgerKey(config.ledger.key, config.dataDir)).personReference(person);
}
