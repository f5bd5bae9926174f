import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnvironment, text } from '../kit/env.ts';
import { certificateKeyPaths } from './certificate/certificate-key.ts';
import { renderReport } from './certificate/report.ts';
import { readPublicKey, tell, verifyCertificate, type PublicKey } from './certificate/verify-alone.mjs';
import { isArchiveFile, tellArchive, verifyArchive } from './certificate/verify-archive.ts';
import { runArchive, runReplay } from './reviews/replay-command.ts';

const usage = `npm run review:verify -- FILE [--key PUBLIC.json] [--report OUT.html]
npm run review:verify -- --replay ID [--rules current]
npm run review:verify -- --archive ID FILE`;

/** Nothing was verified: the command was called wrongly, or a file could not be read or written. */
const unverified = 2;

process.exitCode = await run().catch((error: unknown) => {
  process.stderr.write(`Could not be done: ${error instanceof Error ? error.message : 'an unknown fault'}\n`);
  return unverified;
});

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      key: { type: 'string' },
      report: { type: 'string' },
      replay: { type: 'string' },
      rules: { type: 'string' },
      archive: { type: 'string' },
    },
  });
  const keyPath = values.key ?? certificateKeyPaths(dataDir()).publicKey;
  if (values.replay !== undefined && positionals.length === 0)
    return runReplay(values.replay, values.rules, readPublicKey(await readFile(keyPath, 'utf8')));
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new Error(`Expected:\n${usage}`);
  if (values.archive !== undefined) return runArchive(values.archive, path, dataDir());
  return verifyFile(path, keyPath, values.report);
}

/** The same checks as where there is no hub, and for a certificate that holds a page to print; a package of the archive likewise. */
async function verifyFile(path: string, keyPath: string, reportPath: string | undefined): Promise<number> {
  const [file, keyText] = await Promise.all([readFile(path), readFile(keyPath, 'utf8')]);
  const key = readPublicKey(keyText);
  if (isArchiveFile(file)) return verifyArchiveFile(file, key);
  const verdict = verifyCertificate(file, key);
  const now = new Date();
  process.stdout.write(`${tell(verdict, now)}\n`);
  if (verdict.kind === 'NOT_VALID') return 1;
  if (reportPath !== undefined)
    await writeFile(reportPath, renderReport(verdict.payload, file.toString('latin1').trimEnd(), now));
  return 0;
}

function verifyArchiveFile(file: Buffer, key: PublicKey): number {
  const verdict = verifyArchive(file, key);
  process.stdout.write(`${tellArchive(verdict)}\n`);
  return verdict.kind === 'VALID' ? 0 : 1;
}

function dataDir(): string {
  const { hub } = readEnvironment({
    hub: { HUB_DATA_DIR: text(join(import.meta.dirname, '..', '..', '.data')) },
  });
  return hub.HUB_DATA_DIR;
}
