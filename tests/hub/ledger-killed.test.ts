import { createHash, randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Config } from '../../gateway/config.ts';
import { openGround } from '../../gateway/all-in-one.ts';
import { cast } from '../../seeds/cast.ts';
import { openEvidence } from '../../subgraphs/governance/ledger/open-evidence.ts';
import { verifyLedger } from '../../subgraphs/governance/ledger/verify.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { headersOf } from '../support/callers.ts';
import { askDatabase, createTestDatabase } from '../support/database.ts';
import { referenceOf } from '../support/ledger.ts';
import { start, until, type Running } from '../support/processes.ts';
import { testIdentifierKey, testScale } from '../support/test-config.ts';

/** An answer that reached its client whole. */
interface Acknowledged {
  readonly access: string;
  readonly digest: string;
  readonly persons: readonly string[];
}

/** Times that the hub is killed. */
const kills = 20;

/** Callers at once. */
const callers = 6;

let config: Config;
let headers: Record<string, string>;
let people: readonly string[];
let running: Running | undefined;

beforeAll(async () => {
  config = await createTestDatabase();
  headers = await headersOf(config, { role: 'CITY_CENTRE', sub: 'load' }, { purpose: 'SERVICE_VISIT' });
  const rows = await askDatabase<{ id: string }>(
    config,
    'select id from persons.person where death_date is null order by id limit 400',
  );
  people = rows.map(({ id }) => id);
});
afterAll(() => running?.end('SIGKILL'));

async function startHub(): Promise<string> {
  const hub = start(['node', 'gateway/main.ts', '--all-in-one'], {
    DATABASE_URL: config.databaseUrl ?? '',
    HUB_DATA_DIR: config.dataDir,
    IDENTIFIER_KEY: testIdentifierKey.toString('hex'),
    SEED_SCALE: String(testScale),
    PORT: '0',
    LEDGER_EVIDENCE_DIR: config.ledger.evidenceDir,
    CHECKPOINT_INTERVAL_MS: '100',
    LOG_LEVEL: 'error',
  });
  running = hub;
  const addressIn = () => /The hub answers at (\S+)/.exec(hub.output())?.[1];
  await until(() => addressIn() !== undefined || hub.child.exitCode !== null, hub.errors);
  return addressIn() ?? '';
}

/** Asks again and again for a few people, until nobody answers any more; keeps what was answered whole. */
async function load(url: string, acknowledged: Acknowledged[]): Promise<void> {
  const query = 'query ($ids: [ID!]!) { persons(ids: $ids) { id name ageBand } }';
  for (;;) {
    const ids = Array.from({ length: randomInt(1, 6) }, () => people[randomInt(people.length)] ?? '');
    try {
      const body = JSON.stringify({ query, variables: { ids } });
      const response = await fetch(url, { method: 'POST', headers, body });
      const text = await response.text();
      const { data } = JSON.parse(text) as { data: { persons: { id: string }[] } };
      acknowledged.push({
        access: response.headers.get('x-request-id') ?? '',
        digest: createHash('sha256').update(text).digest('base64url'),
        persons: [...new Set(data.persons.map(({ id }) => id))],
      });
    } catch {
      return; // killed
    }
  }
}

const ledgerOf = async (access: readonly string[]) =>
  askDatabase<{ access: string; kind: string; person: string | null; response: string | null }>(
    config,
    `select access, kind, person, convert_from(body, 'UTF8')::jsonb ->> 'response' as response
     from governance.ledger_record where access = any($1)`,
    [access],
  );

describe('a hub that is killed under load', () => {
  it(`loses no disclosure that was acknowledged, at ${kills} random moments`, async () => {
    const acknowledged: Acknowledged[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const url = await startHub();
      const loading = Array.from({ length: callers }, () => load(url, acknowledged));
      await sleep(randomInt(60, 400));
      await running?.end('SIGKILL');
      await Promise.all(loading);
    }
    expect(acknowledged.length).toBeGreaterThan(kills);
    const records = await ledgerOf(acknowledged.map(({ access }) => access));
    const ofAccess = Map.groupBy(records, ({ access }) => access);
    const missing: unknown[] = [];
    for (const { access, digest, persons } of acknowledged) {
      const own = ofAccess.get(access) ?? [];
      const disclosed = new Set(own.map(({ person }) => person));
      const references = await Promise.all(persons.map((id) => referenceOf(config, id)));
      const isWhole =
        own.some(({ kind }) => kind === 'INTENT') &&
        own.some(({ kind, response }) => kind === 'OUTCOME' && response === digest) &&
        references.every((reference) => disclosed.has(reference));
      if (!isWhole) missing.push({ access, digest, persons });
    }
    expect(missing).toEqual([]);
  }, 180_000);

  it('leaves the accesses that it did not end visible as such', async () => {
    const dangling = await askDatabase<{ access: string }>(
      config,
      `select access from governance.ledger_record group by access
       having bool_or(kind = 'INTENT') and not bool_or(kind = 'OUTCOME')`,
    );
    const began = await askDatabase<{ access: string }>(
      config,
      "select access from governance.ledger_record where kind = 'INTENT'",
    );
    // With so many callers some were always under way, and never more than there were callers.
    expect(dangling.length).toBeGreaterThan(0);
    expect(dangling.length).toBeLessThanOrEqual(kills * callers);
    expect(began.length).toBeGreaterThan(dangling.length);
  });

  it('shows a portrait as before', async () => {
    const url = await startHub();
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: `{ person(id: "${cast.linMeihua.id}") { name } }` }),
    });
    expect(await response.json()).toMatchObject({ data: { person: { name: cast.linMeihua.name } } });
    expect(await running?.end()).toBe(0);
  });

  it('has left a ledger that verifies, with checkpoints made between the kills', async () => {
    const { urls } = await openGround(config, createLog('tests'), []);
    const places = { folder: config.ledger.evidenceDir, witnesses: [] };
    const evidence = await openEvidence(urls.ownerOf('governance'), places, new Date());
    const verdict = await verifyLedger(evidence);
    expect(verdict).toMatchObject({ code: 0, tampered: [], incomplete: [] });
    expect(verdict.statements).toBeGreaterThan(5);
    expect(verdict.dangling).toBeGreaterThan(0);
  });
});
