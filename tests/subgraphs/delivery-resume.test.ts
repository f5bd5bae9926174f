import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { askDatabase } from '../support/database.ts';
import { createTestRegister, digestState, writeTemporary, type TestRegister } from '../support/delivery.ts';
import { start } from '../support/processes.ts';

const rowCount = 40_000;
const killedEvery = 8_000;

/** A file with new rows, corrections, withdrawals, faults and strangers, far enough from each other to lie in other batches. */
function bigFile({ people }: TestRegister): string {
  const lines = ['source_id,operation,name,id_number,title,level,decided_on,document_number'];
  for (let index = 0; index < rowCount; index += 1) {
    const person = people[index % people.length];
    const { name = '', number = '' } = person ?? {};
    const source = index % 10 === 9 ? `big-${index - 9}` : `big-${index}`;
    const operation = index % 1_000 === 999 ? 'WITHDRAW' : '';
    const day = index % 97 === 0 ? '2026-02-30' : '2026-03-02';
    const called = index % 89 === 0 ? '示例改名' : name;
    lines.push(
      `${source},${operation},${called},${number ?? ''},处罚(示例)${index},一般,${day},岩示例〔2026〕${index}号`,
    );
  }
  return `${lines.join('\n')}\n`;
}

const run = (register: TestRegister, file: string, ...more: readonly string[]) =>
  start(
    [
      'node',
      'subgraphs/integrity/import.ts',
      '--department',
      'D33',
      '--type',
      'PEN',
      '--as-of',
      '2026-10-31T00:00:00+08:00',
      ...more,
      file,
    ],
    {
      DATABASE_URL: register.config.databaseUrl ?? '',
      HUB_DATA_DIR: register.config.dataDir,
      IDENTIFIER_KEY: register.identifierKey.toString('hex'),
    },
  );

const takenOf = async ({ config }: TestRegister): Promise<number> =>
  (
    await askDatabase<{ taken: number }>(
      config,
      'select coalesce(max(taken_through), 0) as taken from integrity.delivery',
    )
  )[0]?.taken ?? 0;

describe('an import', () => {
  it('that is killed again and again ends as one that nobody disturbed', async () => {
    const [calm, disturbed] = [await createTestRegister(), await createTestRegister()];
    const file = await writeTemporary(bigFile(calm), 'csv');
    const undisturbed = run(calm, file);
    expect([await undisturbed.ended, undisturbed.errors().match(/"level":[56]0/g)]).toEqual([3, null]);
    const stops: number[] = [];
    let code: number | null = null;
    for (let tries = 0; code === null && tries < 40; tries += 1) {
      const before = await takenOf(disturbed);
      const running = run(disturbed, file);
      // Killed in the middle of a batch, after it has taken in some others.
      while (running.child.exitCode === null && (await takenOf(disturbed)) < before + killedEvery)
        await sleep(10);
      await sleep(stops.length * 23);
      code = await running.end('SIGKILL');
      stops.push(await takenOf(disturbed));
    }
    expect(code).toBe(3);
    expect(new Set(stops).size).toBeGreaterThan(2);
    expect(await digestState(disturbed.config)).toBe(await digestState(calm.config));
    const again = run(disturbed, file);
    expect([await again.ended, JSON.parse(again.output())]).toEqual([
      3,
      expect.objectContaining({ isRepeated: true, rows: rowCount }),
    ]);
  }, 120_000);

  it('that is dry tells what would become of the rows, and writes nothing', async () => {
    const register = await createTestRegister();
    const before = await digestState(register.config);
    const file = await writeTemporary(bigFile(register).split('\n').slice(0, 3_001).join('\n'), 'csv');
    const dry = run(register, file, '--dry-run');
    expect(await dry.ended).toBe(3);
    const told: unknown = JSON.parse(dry.output());
    expect(told).toMatchObject({ receipt: null, rows: 3_000 });
    expect(await digestState(register.config)).toBe(before);
    const wet = run(register, file);
    await wet.ended;
    expect(JSON.parse(wet.output())).toEqual({
      ...Object(told),
      receipt: expect.stringMatching(/^delivery-/),
    });
  });

  it.each<readonly [string, readonly string[], RegExp]>([
    ['without a department', ['x.csv'], /Expected a department, a type and one file/],
    [
      'of a file that is not there',
      ['--department', 'D33', '--type', 'PEN', '/nowhere/x.csv'],
      /no such file/,
    ],
    [
      'of a type that is not shared',
      ['--department', 'D10', '--type', 'POL', 'README.md', '--format', 'CSV'],
      /kept? back|keeps back/,
    ],
    [
      'in an unknown format',
      ['--department', 'D33', '--type', 'PEN', 'README.md'],
      /--format: expected one of CSV/,
    ],
    [
      'of a file with other columns',
      ['--department', 'D33', '--type', 'PEN', '--format', 'CSV', 'README.md'],
      /source_id/,
    ],
  ])('%s is refused with what was expected', async (_name, args, said) => {
    const register = await createTestRegister();
    const running = start(['node', 'subgraphs/integrity/import.ts', ...args], {
      DATABASE_URL: register.config.databaseUrl ?? '',
      HUB_DATA_DIR: register.config.dataDir,
      IDENTIFIER_KEY: register.identifierKey.toString('hex'),
    });
    expect([await running.ended, running.errors()]).toEqual([2, expect.stringMatching(said)]);
  });
});
