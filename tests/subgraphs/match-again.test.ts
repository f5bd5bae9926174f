import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { askDatabase } from '../support/database.ts';
import { createTestRegister, digestState, type TestRegister, writeTemporary } from '../support/delivery.ts';
import { openRuntimeRegister, type RuntimeRegister } from '../support/match-again.ts';
import { start } from '../support/processes.ts';
import { numberOf, registerPerson, type Newcomer } from '../support/register-person.ts';

/** Records of people whom the register did not know when they came. */
let register: TestRegister;
let hub: RuntimeRegister;
beforeAll(async () => {
  register = await createTestRegister();
  hub = await openRuntimeRegister(register.config);
});
afterAll(() => hub.database.destroy());

const match = (): Promise<number> => hub.match();
const enter = (newcomer: Newcomer): Promise<string> => registerPerson(register.config, newcomer);

const head = 'source_id,operation,name,id_number,credit_code,birth_date,phone,title,level,decided_on';
const deliver = (source: string, who: string, operation = ''): Promise<unknown> =>
  register.importText(`${head}\n${source},${operation},${who},处罚(示例),一般,2026-03-02\n`);

/** What a record is linked with, or what waits to be decided about it. */
const fateOf = (source: string): Promise<readonly object[]> =>
  askDatabase(
    register.config,
    `select l.method, null as reason, s.person_id as person, null::boolean as name, null::boolean as day, null::boolean as dead
     from integrity.credit_record r join integrity.record_link l on l.record_id = r.id and l.unlinked_at is null
     join integrity.subject s on s.id = l.subject_id where r.source_record_id = $1 and r.superseded_at is null
     union all
     select c.method, c.reason, c.person_id, c.name_agrees, c.birth_date_agrees, c.is_deceased
     from integrity.credit_record r join integrity.link_candidate c on c.record_id = r.id and c.state in ('OPEN', 'PROPOSED')
     where r.source_record_id = $1 and r.superseded_at is null order by 3`,
    [source],
  );

const day = '1971-04-05';
const serial = { certain: 801, otherName: 802, otherDay: 803, dead: 804, second: 805, own: 806, back: 807 };
const [certain, otherName, otherDay, dead, second] = [
  numberOf(day, serial.certain),
  numberOf(day, serial.otherName),
  numberOf('1971-04-06', serial.otherDay),
  numberOf(day, serial.dead),
  numberOf(day, serial.second),
];

const namesake = 'somebody of the name and the day bears another number';
const sourceOf = (when: string, name: string): string => `${when}-${name.replaceAll(/[ ,]+/g, '-')}`;

/** Each: what the department writes, who is registered afterwards, and what becomes of the record. */
const cases: readonly (readonly [
  name: string,
  who: string,
  newcomers: readonly Newcomer[],
  fate: readonly object[],
])[] = [
  [
    'number, name and day agree',
    `欧阳示例甲,${certain},,,`,
    [{ name: '欧阳示例甲', birthDate: day, number: certain }],
    [{ method: 'CERTAIN' }],
  ],
  [
    'the name differs',
    `欧阳示例乙,${otherName},,,`,
    [{ name: '上官示例乙', birthDate: day, number: otherName }],
    [{ method: 'NAME_MISMATCH', reason: 'NAME_DIFFERS', name: false, day: true }],
  ],
  [
    'the register has another day of birth',
    `欧阳示例丙,${otherDay},,,`,
    [{ name: '欧阳示例丙', birthDate: day, number: otherDay }],
    [{ method: 'NAME_MISMATCH', reason: 'BIRTH_DATE_DIFFERS', name: true, day: false }],
  ],
  [
    'he is dead',
    `欧阳示例丁,${dead},,,`,
    [{ name: '欧阳示例丁', birthDate: day, number: dead, deathDate: '2026-05-01' }],
    [{ method: 'CONFLICT', reason: 'DECEASED', dead: true }],
  ],
  [
    'two living people have the name and the day',
    '欧阳示例戊,,,1971-04-07,15412345678',
    [
      { name: '欧阳示例戊', birthDate: '1971-04-07', number: numberOf('1971-04-07', 811) },
      {
        name: '欧阳示例戊',
        birthDate: '1971-04-07',
        number: numberOf('1971-04-07', 812),
        mobile: '15412345678',
      },
    ],
    [
      { method: 'PROBABLE', reason: 'NAME_BIRTH_DATE' },
      { method: 'PROBABLE', reason: 'NAME_BIRTH_DATE_PHONE' },
    ],
  ],
  [
    namesake,
    `欧阳示例己,${second},,,`,
    [{ name: '欧阳示例己', birthDate: day, number: numberOf(day, serial.own) }],
    [{ method: 'CONFLICT', reason: 'NUMBER_UNKNOWN' }],
  ],
];

describe('a record that found nobody', () => {
  it.each(cases)(
    'is matched as a new one would be once its subject is registered: %s',
    async (name, who, newcomers, fate) => {
      const [before, after] = [sourceOf('before', name), sourceOf('after', name)];
      await deliver(before, who);
      await match();
      expect(await fateOf(before)).toMatchObject([{ method: 'NO_MATCH', person: null }]);
      const people: string[] = [];
      for (const newcomer of newcomers) people.push(await enter(newcomer));
      await deliver(after, who);
      expect(await match()).toBe(1);
      const found = await fateOf(before);
      expect(found).toMatchObject(fate.map((one, index) => ({ ...one, person: people[index] })));
      expect(found).toEqual(await fateOf(after));
    },
  );

  it('and met a namesake, finds the bearer of its number when he is registered', async () => {
    const id = await enter({ name: '欧阳示例己', birthDate: day, number: second });
    expect(await match()).toBe(2);
    expect(await fateOf(sourceOf('before', namesake))).toMatchObject([{ method: 'CERTAIN', person: id }]);
  });

  it('of a unit that nobody had named waits for its name', async () => {
    await deliver('unit-before', ',,91350100M000100Y43,,');
    expect(await fateOf('unit-before')).toMatchObject([{ method: 'NO_MATCH' }]);
    await deliver('unit-after', '示例后来公司,,91350100M000100Y43,,');
    await enter({ name: '示例路人', birthDate: day, number: numberOf(day, 820) });
    expect(await match()).toBe(1);
    expect(await fateOf('unit-before')).toMatchObject([{ method: 'NAME_MISMATCH', reason: 'NAME_DIFFERS' }]);
  });

  it('is not looked for while it is withdrawn, and found when it comes back', async () => {
    const number = numberOf(day, serial.back);
    const who = `欧阳示例庚,${number},,,`;
    const at = (date: string, operation: string) =>
      register.importText(`${head},as_of\nback,${operation},${who},处罚(示例),一般,2026-03-02,${date}\n`);
    await at('2026-10-01', '');
    await at('2026-10-02', 'WITHDRAW');
    const id = await enter({ name: '欧阳示例庚', birthDate: day, number });
    expect(await match()).toBe(0);
    expect(await fateOf('back')).toEqual([]);
    await at('2026-10-03', '');
    expect(await match()).toBe(1);
    expect(await fateOf('back')).toMatchObject([{ method: 'CERTAIN', person: id }]);
  });
});

describe('matching again', () => {
  it('changes nothing without news of the register, nor does a delivery that comes again', async () => {
    await deliver('stranger', `欧阳示例辛,${numberOf(day, 830)},,,`);
    await match();
    const before = await digestState(register.config);
    expect(await match()).toBe(0);
    await enter({ name: '示例过客', birthDate: day, number: numberOf(day, 831) });
    expect(await match()).toBe(0);
    expect(await digestState(register.config)).toBe(before);
    await register.importText(
      `${head}\nstranger,,欧阳示例辛,${numberOf(day, 830)},,,,处罚(示例),一般,2026-03-02\n`,
    );
    expect(await fateOf('stranger')).toMatchObject([{ method: 'NO_MATCH' }]);
  });

  it('is done by an import, for what other files brought', async () => {
    const number = numberOf(day, 840);
    await deliver('imported', `欧阳示例壬,${number},,,`);
    await match();
    const id = await enter({ name: '欧阳示例壬', birthDate: day, number });
    const file = await writeTemporary(`${head}\n`, 'csv');
    const command = start(
      ['node', 'subgraphs/integrity/import.ts', '--department', 'D34', '--type', 'PEN', file],
      {
        DATABASE_URL: register.config.databaseUrl ?? '',
        HUB_DATA_DIR: register.config.dataDir,
        IDENTIFIER_KEY: register.identifierKey.toString('hex'),
      },
    );
    expect(await command.ended).toBe(0);
    expect(await fateOf('imported')).toMatchObject([{ method: 'CERTAIN', person: id }]);
  });

  it('is for the department alone, and its rows are nobody’s to read', async () => {
    for (const [asked, refusal] of [
      [sql`select * from due_candidates('D33', 1)`, 'a department delivers for itself'],
      [sql`select match_again('D33', '{}', '[]')`, 'a department delivers for itself'],
      [sql`select * from waiting_candidate`, 'permission denied'],
      [sql`select persons.take_register_news()`, 'permission denied'],
    ] as const)
      await expect(asked.execute(hub.database)).rejects.toThrow(refusal);
  });
});
