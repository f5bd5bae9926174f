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

/** All records so far, in the order they were written in their chains. */
export async function readLedger(config: Config): Promise<readonly LedgerBody[]> {
  const rows = await askDatabase<{ body: string }>(
    config,
    "select convert_from(body, 'UTF8') as body from governance.ledger_record order by at, chain, seq",
  );
  return rows.map(({ body }) => JSON.parse(body) as LedgerBody);
}

/** Those that something added. */
export async function recordsOf(
  config: Config,
  work: () => Promise<unknown>,
): Promise<readonly LedgerBody[]> {
  const before = (await readLedger(config)).length;
  await work();
  const after = await readLedger(config);
  return after.slice(before);
}

/** How the ledger names a person. */
export async function referenceOf(config: Config, person: string): Promise<string> {
  return createLedgerNames(await loadLedgerKey(config.ledger.key, config.dataDir)).personReference(person);
}
