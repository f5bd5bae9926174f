import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { as, type TestCaller } from '../support/callers.ts';
import { askDatabase } from '../support/database.ts';
import { startHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(createPolicy());
});
afterAll(() => hub.stop());

const { guoHaitao, zhangWeimin, linMeihua } = cast;
interface Seen {
  readonly titles: readonly string[];
  readonly negativeCount: number | null;
  readonly hasActiveVeto: boolean | null;
}

const query = `query ($id: ID!, $asOf: DateTime) { person(id: $id) { integrity {
  records(first: 50, asOf: $asOf) { nodes { title } } standing(asOf: $asOf) { negativeCount hasActiveVeto asOf } } } }`;
const self = (person: string): TestCaller => ({ role: 'CITIZEN', person });

async function seeAs(person: string, asOf: string | null): Promise<Seen> {
  const answer = await as(hub, self(person), { purpose: 'SELF_ACCESS' }).request<{
    person: {
      integrity: {
        records: { nodes: readonly { title: string }[] };
        standing: { negativeCount: number; hasActiveVeto: boolean; asOf: string };
      };
    };
  }>(query, { id: person, asOf });
  const { records, standing } = answer.person.integrity;
  if (asOf !== null) expect(Date.parse(standing.asOf)).toBe(Date.parse(asOf));
  const { negativeCount, hasActiveVeto } = standing;
  return { titles: records.nodes.map(({ title }) => title).toSorted(), negativeCount, hasActiveVeto };
}

describe('what was in force at a moment', () => {
  it('is told by the version that stood then', async () => {
    expect((await seeAs(guoHaitao.id, '2025-11-10T12:00:00+08:00')).titles).toContain('虚假宣传');
    const later = await seeAs(guoHaitao.id, '2026-06-01T12:00:00+08:00');
    expect(later.titles).toContain('虚假宣传处罚');
    expect(later.titles).not.toContain('虚假宣传');
  });

  it('counts what was not yet disputed, and not what had not come', async () => {
    const before = await seeAs(guoHaitao.id, '2026-08-01T12:00:00+08:00');
    const now = await seeAs(guoHaitao.id, null);
    expect([before.titles.includes('交通重大违法'), now.titles.includes('交通重大违法')]).toEqual([
      true,
      true,
    ]);
    expect([before.negativeCount, now.negativeCount]).toEqual([2, 1]);
    expect(await seeAs(guoHaitao.id, '2020-01-01T00:00:00+08:00')).toMatchObject({
      titles: [],
      negativeCount: 0,
    });
  });

  it('hides at every moment what has been repaired, taken back or sealed since', async () => {
    for (const asOf of ['2025-04-01', '2025-10-01', '2025-12-15', '2024-06-01']) {
      const { titles } = await seeAs(guoHaitao.id, `${asOf}T12:00:00+08:00`);
      for (const hidden of ['消防处罚', '税收违法', '生效刑事判决']) expect(titles).not.toContain(hidden);
    }
    // What merely ran out was in force while it had not.
    expect((await seeAs(guoHaitao.id, '2023-06-01T12:00:00+08:00')).titles).toContain('失信被执行人');
    expect((await seeAs(guoHaitao.id, null)).titles).not.toContain('失信被执行人');
  });

  it('may lie ahead: what runs out until then is out, and so is a veto', async () => {
    expect((await seeAs(zhangWeimin.id, null)).hasActiveVeto).toBe(true);
    expect((await seeAs(zhangWeimin.id, '2027-08-01T00:00:00+08:00')).hasActiveVeto).toBe(false);
    expect((await seeAs(linMeihua.id, '2029-12-31T00:00:00+08:00')).negativeCount).toBe(0);
  });

  it('is not told of what is forgotten by now, though nobody has tidied up yet', async () => {
    const id = `${linMeihua.id}-record-4`;
    const [was] = await askDatabase<{ day: string; until: string; title: string; recorded: Date }>(
      hub.config,
      `select decided_on::text as day, valid_until::text as until, title, recorded_at as recorded
       from integrity.credit_record where id = $1`,
      [id],
    );
    const set = (day: string, until: string, recorded: Date | string) =>
      askDatabase(
        hub.config,
        'update integrity.credit_record set decided_on = $2, valid_until = $3, recorded_at = $4 where id = $1',
        [id, day, until, recorded],
      );
    const seen = async () => (await seeAs(linMeihua.id, '2023-06-01T12:00:00+08:00')).titles;
    await set('2022-02-01', '2027-02-01', '2022-02-02');
    expect(await seen()).toContain(was?.title);
    await set('2021-02-01', '2026-02-01', '2021-02-02');
    expect(await seen()).not.toContain(was?.title);
    await set(was?.day ?? '', was?.until ?? '', was?.recorded ?? '');
  });

  it('is forgotten five years after the decision, whatever term its department gave', async () => {
    const id = `${linMeihua.id}-record-4`;
    const set = (day: string) =>
      askDatabase(
        hub.config,
        `update integrity.credit_record set decided_on = $2, valid_until = '2035-01-01' where id = $1`,
        [id, day],
      );
    const { negativeCount } = await seeAs(linMeihua.id, null);
    await set('2020-01-01');
    expect((await seeAs(linMeihua.id, null)).negativeCount).toBe((negativeCount ?? 0) - 1);
    await askDatabase(
      hub.config,
      `update integrity.credit_record set type_code = 'D08-JUD', department_code = 'D08' where id = $1`,
      [id],
    );
    expect((await seeAs(linMeihua.id, null)).negativeCount).toBe(negativeCount);
  });
});

describe('a public record', () => {
  it('is for those who may see what is not published, once its publication is over', async () => {
    const id = `${guoHaitao.id}-record-1`;
    const see = async () => {
      const { data } = await as(
        hub,
        { role: 'COUNTY_CENTRE', area: guoHaitao.gridCode?.slice(0, 6) ?? '' },
        {
          purpose: 'INTEGRITY_REVIEW',
          caseReference: 'case-1',
        },
      ).rawRequest<{
        person: { integrity: { records: { nodes: readonly { id: string }[] } | null } } | null;
      }>('{ person(id: "cast-guo-haitao") { integrity { records(first: 50) { nodes { id } } } } }');
      return data.person?.integrity.records?.nodes.some((record) => record.id === id);
    };
    await askDatabase(
      hub.config,
      `update integrity.credit_record set published_until = '2099-01-01' where id = $1`,
      [id],
    );
    const published = await see();
    await askDatabase(
      hub.config,
      `update integrity.credit_record set published_until = '2026-01-01' where id = $1`,
      [id],
    );
    expect([published, await see()]).toEqual([true, false]);
    expect((await seeAs(guoHaitao.id, null)).titles).toContain('虚假宣传处罚');
  });
});
