import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from 'undici';
import { startAllInOne } from '../../gateway/all-in-one.ts';
import { signDevToken } from '../../gateway/access/dev-issuer.ts';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { startEmbeddedPostgres } from '../../subgraphs/kit/database/embedded.ts';
import { stopAll, type Stop } from '../../subgraphs/kit/lifecycle.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { operationOf } from '../support/operations.ts';
import { openPolicy } from '../support/open-policy.ts';
import { testConfig } from '../support/test-config.ts';
import { measureDecisions } from './decisions.ts';
import { measureEnvelope } from './envelope.ts';
import { accessGroupOf } from './groups.ts';
import { measureImports } from './imports.ts';
import { measureLedger } from './ledger.ts';
import { profileCpu } from './profile.ts';
import { measureReviews } from './reviews.ts';

process.env['LOG_LEVEL'] ??= 'silent';
const person = cast.linMeihua.id;
const query = operationOf('portrait');
const rounds = 15;
const portraitsPerRound = 60;
const statementsOfPortrait = 5;
const writesOfPortrait = 2;

const print = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Starts a hub over a server of its own and gives a way to ask it for the portrait as the person herself. */
async function startBenchHub(database: string, policy: typeof openPolicy, stops: Stop[]) {
  const config = testConfig(database);
  const { address, markReady } = await startAllInOne(
    config,
    createLog('bench'),
    stops,
    policy,
    () => undefined,
  );
  markReady();
  const token = await signDevToken(config.dataDir, {
    sub: 'bench',
    role: 'CITIZEN',
    purposes: ['SELF_ACCESS'],
    person,
  });
  const ask = async (): Promise<unknown> => {
    const { body, statusCode } = await request(`${address}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'x-purpose': 'SELF_ACCESS',
      },
      body: JSON.stringify({ query, variables: { id: person } }),
    });
    const answer: unknown = await body.json();
    assert.equal(statusCode, 200);
    return answer;
  };
  return { ask, hub: { url: `${address}/graphql`, config } };
}

/** Without the household, whose members a citizen does not see, and without the moment of asking. */
function comparable(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(answer, (name, value: unknown) =>
      ['household', 'asOf', 'extensions'].includes(name) ? undefined : value,
    ),
  );
}

async function cpuOf(ask: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  for (let count = 0; count < portraitsPerRound; count += 1) await ask();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / portraitsPerRound;
}

const stops: Stop[] = [];
const dataDir = await mkdtemp(join(tmpdir(), 'hub-bench-'));
try {
  const postgres = await startEmbeddedPostgres({ dataDir, log: createLog('bench'), isDurable: false });
  stops.push(postgres.stop);
  process.env['HUB_TEST_SERVER_URL'] = postgres.urlOf();
  process.env['HUB_TEST_DATA_DIR'] = dataDir;
  const { ask: guarded, hub } = await startBenchHub('bench_guarded', createPolicy(), stops);
  const { ask: open } = await startBenchHub('bench_open', openPolicy, stops);
  print(`Node ${process.version}, ${availableParallelism()} cores, one client, everything in one process.`);
  assert.deepEqual(comparable(await guarded()), comparable(await open()));
  await cpuOf(guarded);
  await cpuOf(open);

  const decisions = measureDecisions(query);
  print(
    `\nDeciding a whole portrait (goal: 5 µs): ${decisions.again.toFixed(2)} µs once it is known, ${decisions.first.toFixed(0)} µs the first time.`,
  );

  const ratios: number[] = [];
  const costs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [one, other] = round % 2 === 0 ? [guarded, open] : [open, guarded];
    const [first, second] = [await cpuOf(one), await cpuOf(other)];
    const [own, bare] = round % 2 === 0 ? [first, second] : [second, first];
    ratios.push(own / bare);
    costs.push(own);
  }
  print(
    `\nPortrait, CPU of this process, client included: ${(median(costs) / 1_000).toFixed(2)} ms (median of ${rounds} rounds of ${portraitsPerRound}).`,
  );
  print(
    `Deciding, shield and record guards against a policy that gives everything: ${median(ratios).toFixed(3)} (${Math.min(...ratios).toFixed(3)} to ${Math.max(...ratios).toFixed(3)}).`,
  );

  const cpu = await profileCpu(async () => {
    for (let count = 0; count < 600; count += 1) await guarded();
  }, accessGroupOf);
  const total = [...cpu].reduce((sum, [group, time]) => (group === 'client' ? sum : sum + time), 0);
  print('\nWhere the CPU of 600 portraits went, without the client (samples of the thread):');
  for (const [group, time] of [...cpu].sort(([, a], [, b]) => b - a)) {
    if (group !== 'client') print(`  ${percent(time / total).padStart(7)}  ${group}`);
  }
  const lines = [
    'gateway: authentication',
    'gateway: guard',
    'tickets',
    'subgraph: shield and record guards',
  ];
  const inCode = lines.reduce((sum, group) => sum + (cpu.get(group) ?? 0), 0) / total;
  const envelope = await measureEnvelope(postgres.urlOf('bench_guarded'));
  const inEnvelopes = (statementsOfPortrait * envelope) / median(costs);
  print(
    `\nThe transaction that tells row security its scope: ${envelope.toFixed(0)} µs a read, ${percent(inEnvelopes)} of a portrait.`,
  );
  print(`All lines of access together (goal 5: at most 15 %): ${percent(inCode + inEnvelopes)}`);

  const ledger = await measureLedger(dataDir, stops);
  // The driver's part of a write runs in callbacks of its own, so writes are measured whole and not by samples.
  const inWrites = (writesOfPortrait * ledger.alone) / median(costs);
  const inLogs = (cpu.get('subgraphs: log of disclosures') ?? 0) / total;
  print(
    `\nThe ledger: ${ledger.alone.toFixed(0)} µs an entry written alone, ${percent(inWrites)} of a portrait; departments' own logs ${percent(inLogs)}.`,
  );
  print(`All of the audit together (goal 6: at most 10 %): ${percent(inWrites + inLogs)}`);
  print(
    `Disclosures made durable a second, on a server that waits for its disk (goal 6: 2,000): ${ledger.perSecond.toFixed(0)}`,
  );

  const imports = await measureImports(dataDir, stops);
  print(
    `\nRows copied into staging a second (goal 7: 50,000): ${median(imports.staged).toFixed(0)}; taken in from a CSV file, validated, linked and indexed: ${median(imports.imports).toFixed(0)}; their finished rows copied raw into the same tables: ${median(imports.copies).toFixed(0)}.`,
  );
  print(
    `The import's share of that (goal 7: 0.5): ${median(imports.shares).toFixed(2)} (${Math.min(...imports.shares).toFixed(2)} to ${Math.max(...imports.shares).toFixed(2)}).`,
  );

  const reviews = await measureReviews(hub);
  print(
    `\nA review of 1,000 people over 42 departments, all feeds fresh, from request to the last proposal (goal 8: 5 s): ${(median(reviews.rounds) / 1_000).toFixed(2)} s (${(Math.min(...reviews.rounds) / 1_000).toFixed(2)} to ${(Math.max(...reviews.rounds) / 1_000).toFixed(2)}); the request itself is answered after ${median(reviews.named).toFixed(0)} ms.`,
  );
} finally {
  await stopAll(createLog('bench'), stops);
  await rm(dataDir, { recursive: true, force: true });
}
process.exit(0);
