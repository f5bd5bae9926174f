import type { Config } from '../../gateway/config.ts';
import { withClient } from '../../subgraphs/kit/database/roles.ts';
import { deriveUrls } from '../../subgraphs/kit/database/urls.ts';
import { appendStatement } from '../../subgraphs/kit/ledger/append.ts';
import { retentionOf, toLine, type JsonMembers, type LedgerEntry } from '../../subgraphs/kit/ledger/entry.ts';
import { referenceOf } from './ledger.ts';

/** Writes entries into the ledger as its writer does, past the hub. */
export async function appendEntries(config: Config, entries: readonly LedgerEntry[]): Promise<void> {
  const urls = await deriveUrls(config.databaseUrl ?? '', new Map(), config.dataDir);
  const { text, values } = appendStatement(entries.map(toLine));
  await withClient(urls.ledgerWriter, (client) => client.query(text, [...values]));
}

/** What decides how long an entry is kept. */
interface Told {
  readonly purpose: string;
  readonly classes: readonly string[];
}

/** Something of a person that was shown to a grid worker of his, unless it is said otherwise. */
export async function disclosureOf(
  config: Config,
  person: string,
  access: string,
  content: JsonMembers & Partial<Told> = {},
): Promise<LedgerEntry> {
  const told = {
    actor: { id: 'worker', role: 'GRID_WORKER', area: '350802001001001' },
    purpose: 'SERVICE_VISIT',
    classes: ['IDENTITY', 'CONTACT'],
    basis: ['PIPL 13(1)(3), 34: statutory duty'],
    ...content,
  };
  return {
    kind: 'DISCLOSURE',
    retention: retentionOf(told.purpose, told.classes),
    access,
    person: await referenceOf(config, person),
    content: told,
  };
}
