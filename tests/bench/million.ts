import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { migrateAll, openGround, seedAll } from '../../gateway/all-in-one.ts';
import type { Config } from '../../gateway/config.ts';
import { urlOfDatabase, withClient } from '../../subgraphs/kit/database/roles.ts';
import { stopAll, type Stop } from '../../subgraphs/kit/lifecycle.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { askDatabase } from '../support/database.ts';
import { digestState } from '../support/delivery.ts';
import { start, type Running } from '../support/processes.ts';
import { testConfig } from '../support/test-config.ts';
import { lineOf, millionHeader, type BenchPerson } from './million-file.ts';

/** A million, or as many as is asked for: `npm run bench:million -- 100000`. */
const rowCount = Number(process.argv[2] ?? 1_000_000);
/** Whoever has not ended by then hangs. */
const patienceMs = 20 * 60_000;

process.env['LOG_LEVEL'] ??= 'silent';
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

interface Ended {
  readonly code: number | null;
  readonly seconds: number;
  /** The most memory it was resident with, in MB; null where the system does not tell. */
  readonly peak: number | null;
  readonly receipt: unknown;
}

/** One import as `npm run import` starts it, which is killed when as many lines are taken in. */
async function importInto(config: Config, file: string, killAfter = Infinity): Promise<Ended> {
  const begun = performance.now();
  const running = start([...(await importCommand()), ...argumentsOf(file)], {
    DATABASE_URL: config.databaseUrl ?? '',
    HUB_DATA_DIR: config.dataDir,
    IDENTIFIER_KEY: config.identifierKey?.toString('hex') ?? '',
  });
  let peak: number | null = null;
  const hasTaken = async (): Promise<boolean> => killAfter < Infinity && (await takenOf(config)) >= killAfter;
  while (running.child.exitCode === null && running.child.signalCode === null) {
    peak = (await peakOf(running)) ?? peak;
    if ((await hasTaken()) || performance.now() - begun > patienceMs) await running.end('SIGKILL');
    await Promise.race([running.ended, sleep(100)]);
  }
  const code = await running.ended;
  return {
    code,
    seconds: (performance.now() - begun) / 1_000,
    peak,
    receipt: code === null ? null : JSON.parse(running.output()),
  };
}

/** The command of package.json, so that its memory is that of whoever runs it. */
async function importCommand(): Promise<readonly string[]> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  const { scripts } = JSON.parse(text) as { readonly scripts: { readonly import: string } };
  return scripts.import.split(' ');
}

const argumentsOf = (file: string): readonly string[] => [
  ...['--department', 'D33', '--type', 'PEN', '--as-of', '2026-10-31T00:00:00+08:00'],
  file,
];

async function takenOf(config: Config): Promise<number> {
  const rows = await askDatabase<{ taken: number }>(
    config,
    'select coalesce(max(taken_through), 0) as taken from integrity.delivery',
  );
  return rows[0]?.taken ?? 0;
}

async function peakOf({ child }: Running): Promise<number | null> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  const found = /^VmHWM:\s+(\d+) kB/m.exec(status);
  return found ? Number(found[1]) / 1_024 : null;
}

/** Two copies of one seeded register on a server that waits for its disk, and the file for both. */
async function prepare(dataDir: string, stops: Stop[]): Promise<readonly [Config, Config, string]> {
  const config = { ...testConfig('none'), databaseUrl: undefined, dataDir };
  const ground = await openGround(config, createLog('bench'), stops);
  await migrateAll(ground);
  await seedAll(ground, { scale: config.seedScale, isReplacing: false, onProgress: () => undefined });
  const file = join(dataDir, 'million.csv');
  await withClient(ground.urls.admin, async (client) => writeRows(file, await readPeople(client)));
  const copyAs = async (name: string): Promise<Config> => {
    await withClient(urlOfDatabase(ground.urls.admin, 'postgres'), (client) =>
      client.query(`create database ${name} template hub`),
    );
    return { ...config, databaseUrl: urlOfDatabase(ground.urls.admin, name) };
  };
  return [await copyAs('calm'), await copyAs('disturbed'), file];
}

const readPeople = async (client: pg.Client): Promise<readonly BenchPerson[]> =>
  (
    await client.query<BenchPerson>(
      'select name, id_number as number from persons.person where id_number is not null and death_date is null order by id',
    )
  ).rows;

async function writeRows(file: string, people: readonly BenchPerson[]): Promise<void> {
  const stream = createWriteStream(file);
  stream.write(`${millionHeader}\n`);
  for (let index = 0; index < rowCount; index += 1)
    if (!stream.write(`${lineOf(index, people)}\n`)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'finish');
}

const dataDir = await mkdtemp(join(tmpdir(), 'hub-million-'));
process.env['HUB_TEST_SERVER_URL'] = 'postgres://localhost/none';
process.env['HUB_TEST_DATA_DIR'] = dataDir;
const stops: Stop[] = [];
try {
  const [calm, disturbed, file] = await prepare(dataDir, stops);
  const told = ({ seconds, peak }: Ended): string =>
    `${seconds.toFixed(0)} s, at most ${peak?.toFixed(0) ?? '?'} MB`;
  print(`${rowCount} rows, ${availableParallelism()} cores, client and PostgreSQL on one machine.`);
  const whole = await importInto(calm, file);
  assert.equal(whole.code, 3); // rows wait in quarantine
  print(`Undisturbed: ${told(whole)}, ${(rowCount / whole.seconds).toFixed(0)} rows a second.`);
  const killed = await importInto(disturbed, file, rowCount / 2);
  assert.equal(killed.code, null);
  const taken = await takenOf(disturbed);
  assert.ok(taken >= rowCount / 2 && taken < rowCount, 'it was killed in the middle');
  print(`Killed after line ${taken}: ${told(killed)}.`);
  const resumed = await importInto(disturbed, file);
  assert.equal(resumed.code, 3);
  print(`Resumed: ${told(resumed)}.`);
  print(JSON.stringify(resumed.receipt));
  const digest = await digestState(calm);
  assert.equal(await digestState(disturbed), digest);
  print(`The end states are the same, by hash: ${digest}.`);
} finally {
  await stopAll(createLog('bench'), stops);
  await rm(dataDir, { recursive: true, force: true });
}
process.exit(0);
