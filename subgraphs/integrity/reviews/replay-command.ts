import { writeFile } from 'node:fs/promises';
import { currentRules, rulesOf } from '../domain/review/rule-versions.ts';
import type { Rules } from '../domain/review/rules.ts';
import { packSubject } from './archive.ts';
import { withRegister } from './register.ts';
import { replay, type Replay } from './replay.ts';

/** Prints what came of replaying; 0 where every byte is the same, 1 where not, 2 where there is nothing to replay. */
export async function runReplay(id: string, rules: string | undefined): Promise<number> {
  const found = await withRegister((database) =>
    replay(database, id, rules === undefined ? undefined : readRules(rules)),
  );
  if (found.length === 0)
    throw new Error('Expected the id of a signed decision or of its subject, found another.');
  process.stdout.write(found.map((one) => tell(one, rules)).join(''));
  return found.some(({ faults }) => faults.length > 0) ? 1 : 0;
}

/** Writes the archive package of a subject. */
export async function runArchive(id: string, path: string): Promise<number> {
  const packed = await withRegister((database) => packSubject(database, id));
  await writeFile(path, `${JSON.stringify(packed, null, 2)}\n`, { flag: 'wx', mode: 0o600 });
  process.stdout.write(`Packed, to be kept until ${packed.keepUntil}; SHA-256 ${packed.hash}.\n`);
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
