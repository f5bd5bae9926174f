import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { startEmbedded } from '../kit/database/embedded.ts';
import { deriveUrls } from '../kit/database/urls.ts';
import { key, optional, readEnvironment, text, url } from '../kit/env.ts';
import { loadIdentifierKey } from '../kit/identifier.ts';
import { stopAll, type Stop } from '../kit/lifecycle.ts';
import { createLog } from '../kit/log.ts';
import { importFile, type ImportReceipt } from './delivery/import-file.ts';
import { ImportRefusal } from './delivery/import-refusal.ts';
import { printRejects } from './delivery/print-rejects.ts';
import { publishCatalogue } from './delivery/publish-catalogue.ts';
import { createSealer } from './delivery/sealed-block.ts';
import { withOwner } from './delivery/with-owner.ts';
import { matchAgain } from './links/match-again.ts';

const usage = `npm run import -- --department D33 --type PEN [--format CSV|NDJSON|XLSX] [--encoding UTF-8|GB18030]
  [--as-of 2026-11-20T08:00:00+08:00] [--dry-run] FILE
npm run import -- --rejects RECEIPT [--format CSV|NDJSON|XLSX]
npm run import -- --catalogue FILE --note TEXT`;

/** All rows taken; some wait in quarantine; refused as a whole; failed. */
const exitCodes = { ok: 0, refused: 2, quarantined: 3, failed: 4 } as const;

const log = createLog('import');
const stops: Stop[] = [];

interface Ground {
  readonly ownerUrl: string;
  readonly identifierKey: Buffer;
}

async function openGround(): Promise<Ground> {
  const { hub } = readEnvironment({
    hub: {
      DATABASE_URL: optional(url(['postgres', 'postgresql'])),
      HUB_DATA_DIR: text(join(import.meta.dirname, '..', '..', '.data')),
      IDENTIFIER_KEY: optional(key(32)),
    },
  });
  const adminUrl = hub.DATABASE_URL ?? (await startEmbedded(hub.HUB_DATA_DIR, log, stops));
  const urls = await deriveUrls(adminUrl, new Map(), hub.HUB_DATA_DIR);
  const identifierKey = await loadIdentifierKey({
    identifierKey: hub.IDENTIFIER_KEY,
    dataDir: hub.HUB_DATA_DIR,
  });
  return { ownerUrl: urls.ownerOf('integrity'), identifierKey };
}

async function run(): Promise<number> {
  const flag = { type: 'boolean', default: false } as const;
  const option = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    options: {
      department: option,
      type: option,
      format: option,
      encoding: option,
      'as-of': option,
      rejects: option,
      catalogue: option,
      note: option,
      'dry-run': flag,
    },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (values.rejects !== undefined) {
    const format = oneOf(values.format ?? 'CSV', ['CSV', 'NDJSON', 'XLSX'] as const, '--format');
    await printRejects(await openGround(), values.rejects, format, process.stdout);
    return exitCodes.ok;
  }
  if (values.catalogue !== undefined) {
    if (values.note === undefined) throw new ImportRefusal('--note: expected what is new in this version.');
    const { ownerUrl } = await openGround();
    const version = await publishCatalogue(ownerUrl, values.catalogue, values.note);
    process.stdout.write(`Catalogue ${version} is published.\n`);
    return exitCodes.ok;
  }
  const { department = '', type = '' } = values;
  if (!/^D\d\d$/.test(department) || !/^[A-Z]{3}$/.test(type) || file === undefined || positionals.length > 1)
    throw new ImportRefusal(`Expected a department, a type and one file.\n${usage}`);
  const dataAsOf = values['as-of'] === undefined ? null : new Date(values['as-of']);
  if (dataAsOf && (Number.isNaN(dataAsOf.getTime()) || dataAsOf.getTime() > Date.now()))
    throw new ImportRefusal('--as-of: expected a moment that has passed, found something else.');
  const { size } = await stat(file);
  const bar = process.stderr.isTTY
    ? new SingleBar({ format: 'importing [{bar}] {percentage} %, {eta_formatted} left' }, Presets.legacy)
    : null;
  bar?.start(size, 0);
  const ground = await openGround();
  const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' });
  const receipt = await importFile({
    ...ground,
    department,
    type: `${department}-${type}`,
    file,
    format: oneOf(values.format ?? formatOf(file), ['CSV', 'NDJSON', 'XLSX'] as const, '--format'),
    encoding: oneOf(values.encoding ?? 'AUTO', ['AUTO', 'UTF-8', 'GB18030'] as const, '--encoding'),
    dataAsOf,
    isDry: values['dry-run'],
    actor: `operator ${userInfo().username}`,
    today,
    onProgress: (bytes) => bar?.update(bytes),
  }).finally(() => bar?.stop());
  process.stdout.write(`${JSON.stringify(receipt, null, 2)}\n`);
  if (!values['dry-run'])
    await withOwner(ground.ownerUrl, (database) =>
      matchAgain(database, createSealer(ground.identifierKey), today),
    );
  return codeOf(receipt);
}

const codeOf = ({ quarantined }: ImportReceipt): number =>
  quarantined > 0 ? exitCodes.quarantined : exitCodes.ok;

const formatOf = (file: string): string => {
  const ending = extname(file).slice(1).toUpperCase();
  return ending === 'JSONL' ? 'NDJSON' : ending;
};

function oneOf<const Values extends readonly string[]>(
  given: string,
  values: Values,
  option: string,
): Values[number] {
  const found = values.find((value) => value === given.toUpperCase());
  if (found === undefined)
    throw new ImportRefusal(`${option}: expected one of ${values.join(', ')}, found something else.`);
  return found;
}

let code: number = exitCodes.failed;
try {
  code = await run();
} catch (error) {
  const isRefusal = error instanceof ImportRefusal || isUsage(error);
  if (isRefusal) code = exitCodes.refused;
  else log.error({ err: error }, 'the import failed');
  process.stderr.write(`${isRefusal ? error.message : 'The import failed; run it again to go on.'}\n`);
}
await stopAll(log, stops);
process.exit(code);

/** What `parseArgs` and the file system say of the command line. */
function isUsage(error: unknown): error is Error {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return /^(ERR_PARSE_ARGS|ENOENT|EISDIR|EACCES)/.test(String(error.code));
}
