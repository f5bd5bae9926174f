import { writeFile } from 'node:fs/promises';
import { loadCertificateKey } from '../certificate/certificate-key.ts';
import { printCertificateKey, signArchive } from '../certificate/sign.ts';
import { readPublicKey, type PublicKey } from '../certificate/verify-alone.mjs';
import { currentRules, rulesOf } from '../domain/review/rule-versions.ts';
import type { Rules } from '../domain/review/rules.ts';
import { sha256 } from './advance.ts';
import { packSubject } from './archive.ts';
import { withRegister } from './register.ts';
import { replay, type Replay } from './replay.ts';

/** Prints what came of replaying; 0 where every byte is the same, 1 where not, 2 where there is nothing to replay. */
export async function runReplay(id: string, rules: string | undefined, key: PublicKey): Promise<number> {
  const found = await withRegister((database) =>
    replay(database, { id, key, rules: rules === undefined ? undefined : readRules(rules) }),
  );
  if (found.length === 0)
    throw new Error('Expected the id of a signed decision or of its subject, found another.');
  process.stdout.write(found.map((one) => tell(one, rules)).join(''));
  return found.some(({ faults }) => faults.length > 0) ? 1 : 0;
}

/** Writes the archive package of a subject, signed with the key that signs certificates. */
export async function runArchive(id: string, path: string, dataDir: string): Promise<number> {
  const signer = await loadCertificateKey(dataDir);
  const key = readPublicKey(JSON.stringify(await printCertificateKey(signer)));
  const packed = await withRegister((database) => packSubject(database, { id, key }));
  const jws = await signArchive(packed, signer);
  await writeFile(path, `${jws}\n`, { flag: 'wx', mode: 0o600 });
  process.stdout.write(`Packed, to be kept until ${packed.keepUntil}; SHA-256 ${sha256(jws)}.\n`);
  return 0;
}

function readRules(text: string): Rules {
  const rules = text === 'current' ? currentRules : rulesOf(Number(text));
  if (!rules)
    throw new Error('--rules: expected "current" or the number of a version, found something else.');
  return rules;
}

function tell({ decision, ruleVersion, faults, differences }: Replay, rules: string | undefined): string {
  const headline =
    faults.length === 0
      ? `${decision}: replayed to identical bytes under rules ${ruleVersion}.`
      : `${decision}: NOT the same under rules ${ruleVersion}.`;
  const compared =
    rules === undefined
      ? []
      : differences.length === 0
        ? [`  rules ${rules}: nothing would be different`]
        : differences.map((line) => `  rules ${rules}: ${line}`);
  return [headline, ...faults.map((line) => `  ${line}`), ...compared, ''].join('\n');
}
