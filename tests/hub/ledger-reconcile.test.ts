import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { registry } from '../../schema/registry.ts';
import { cast } from '../../seeds/cast.ts';
import { deriveUrls, type DatabaseUrls } from '../../subgraphs/kit/database/urls.ts';
import { readKept, readLedgerKept } from '../../subgraphs/governance/ledger/kept.ts';
import { reconcile, type Finding } from '../../subgraphs/governance/ledger/reconcile.ts';
import { openSides } from '../../subgraphs/governance/ledger/sides.ts';
import { startApartHub, type ApartHub } from '../support/apart.ts';
import { as } from '../support/callers.ts';
import { askDatabase } from '../support/database.ts';
import { operationOf } from '../support/operations.ts';
import { start } from '../support/processes.ts';
import { ticketFor } from '../support/tickets.ts';

let hub: ApartHub;
let urls: DatabaseUrls;
beforeAll(async () => {
  hub = await startApartHub(2_000);
  urls = await deriveUrls(hub.config.databaseUrl ?? '', new Map(), hub.config.dataDir);
});
afterAll(() => hub.stop());

/** Departments write their logs behind their answers. */
const settle = () => sleep(300);
const portrait = () => as(hub).request(operationOf('portrait'), { id: cast.linMeihua.id });

beforeEach(async () => {
  await portrait();
  await settle();
});

async function compare(): Promise<readonly Finding[]> {
  const period = { from: new Date(Date.now() - 3_600_000), to: new Date(Date.now() + 60_000) };
  const ledger = await readLedgerKept(hub.config.ledger.evidenceDir);
  const results = await Promise.all(
    registry.map(async ({ name }) =>
      reconcile(
        openSides(urls.ownerOf, name, period, await readKept(ledger, urls.ownerOf, name, new Date())),
      ),
    ),
  );
  expect(results.find(({ subgraph }) => subgraph === 'persons')?.agreeing).toBeGreaterThan(0);
  return results.flatMap(({ findings }) => findings);
}

const run = () =>
  start(['node', 'subgraphs/governance/audit-reconcile.ts'], {
    DATABASE_URL: hub.config.databaseUrl ?? '',
    HUB_DATA_DIR: hub.config.dataDir,
    LOG_LEVEL: 'silent',
  });

describe('both ends of every call', () => {
  it('agree, by ticket and by the bytes of the answer', async () => {
    expect(await compare()).toEqual([]);
    const rows = await askDatabase(hub.config, 'select ticket from volunteers.disclosure_record');
    expect(rows.length).toBeGreaterThan(0);
  });

  it('agree also about what was asked before a call was refused', async () => {
    const refused = as(hub, { role: 'TOWNSHIP_CENTRE', area: '350802' }, { breakGlass: 'glass-of-nobody' });
    await expect(refused.request(operationOf('portrait'), { id: cast.linMeihua.id })).rejects.toThrow(
      'FORBIDDEN',
    );
    await settle();
    expect(await compare()).toEqual([]);
  });

  it('tell of a call that came past the hub', async () => {
    const body = Buffer.from(JSON.stringify({ query: `{ person(id: "${cast.linMeihua.id}") { name } }` }));
    const headers = {
      'content-type': 'application/json',
      ...ticketFor('persons', hub.ticketKeyOf('persons'), body, { requestId: 'past-the-hub' }),
    };
    const response = await fetch(hub.addressOf('persons'), { method: 'POST', headers, body });
    expect(await response.text()).toContain(cast.linMeihua.name);
    await settle();
    expect(await compare()).toEqual([
      expect.objectContaining({ subgraph: 'persons', difference: 'PAST_THE_HUB', access: 'past-the-hub' }),
    ]);
    const { ended, output } = run();
    // The command leaves out the last seconds, in which calls are still being written down.
    expect(await ended).toBe(0);
    expect(output()).toContain('persons: ');
    await askDatabase(
      hub.config,
      "update persons.disclosure_record set at = at - interval '1 minute' where access = 'past-the-hub'",
    );
    const second = run();
    expect(await second.ended).toBe(2);
    expect(second.output()).toContain('PAST_THE_HUB ticket');
    await askDatabase(hub.config, "delete from persons.disclosure_record where access = 'past-the-hub'");
  });

  it.each([
    [
      'a department’s log that lost a call',
      'NOT_LOGGED',
      'delete from psych.disclosure_record where ticket = $1',
    ],
    [
      'a department’s log that was changed',
      'DIFFERENT',
      "update psych.disclosure_record set response = 'x' where ticket = $1",
    ],
  ])('tell of %s', async (_what, difference, change) => {
    const [row] = await askDatabase<{ ticket: string }>(
      hub.config,
      'select ticket from psych.disclosure_record order by at desc limit 1',
    );
    const copy = 'create table if not exists psych.kept as select * from psych.disclosure_record';
    await askDatabase(hub.config, copy);
    await askDatabase(hub.config, change, [row?.ticket]);
    expect(await compare()).toEqual([
      expect.objectContaining({ subgraph: 'psych', difference, ticket: row?.ticket }),
    ]);
    await askDatabase(hub.config, 'delete from psych.disclosure_record where ticket = $1', [row?.ticket]);
    await askDatabase(
      hub.config,
      'insert into psych.disclosure_record select * from psych.kept where ticket = $1',
      [row?.ticket],
    );
    await askDatabase(hub.config, 'drop table psych.kept');
    expect(await compare()).toEqual([]);
  });

  it('tell of an access that was cut off before its end', async () => {
    const [row] = await askDatabase<{ access: string }>(
      hub.config,
      "select access from governance.ledger_record where kind = 'OUTCOME' order by at desc limit 1",
    );
    await askDatabase(
      hub.config,
      "delete from governance.ledger_record where kind = 'OUTCOME' and access = $1",
      [row?.access],
    );
    const findings = await compare();
    expect(findings.length).toBeGreaterThanOrEqual(5);
    expect(new Set(findings.map(({ difference, access }) => `${difference} ${access}`))).toEqual(
      new Set([`INTERRUPTED ${row?.access ?? ''}`]),
    );
  });

  it('cannot be compared when one of them cannot be read', async () => {
    const elsewhere = start(['node', 'subgraphs/governance/audit-reconcile.ts'], {
      DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/hub',
      HUB_DATA_DIR: hub.config.dataDir,
      LOG_LEVEL: 'silent',
    });
    expect(await elsewhere.ended).toBe(4);
  });
});
