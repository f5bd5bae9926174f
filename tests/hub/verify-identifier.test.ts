import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { as, type TestCaller } from '../support/callers.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { recordsOf, referenceOf } from '../support/ledger.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(createPolicy());
});
afterAll(() => hub.stop());

const { linMeihua, qiuFuzhen, chenXiaoyu, ouyangShuqin } = cast;
const township = (sub: string): TestCaller => ({ role: 'TOWNSHIP_CENTRE', area: '350802001', sub });
const text = `mutation ($input: VerifyIdentifierInput!) { verifyIdentifier(input: $input) {
  isMatch remainingTries userErrors { code path } } }`;
const verify = async (caller: TestCaller, person: string, lastFour: string) => {
  const client = as(hub, caller, { purpose: 'AID_ASSESSMENT', caseReference: 'matter-1' });
  return (await client.request<{ verifyIdentifier: unknown }>(text, { input: { person, lastFour } }))
    .verifyIdentifier;
};
const right = linMeihua.idNumber.slice(-4);

describe('comparing the last four of a number', () => {
  it('is refused to who may not, and nothing is done', async () => {
    await expect(verify({ role: 'GRID_WORKER', area: '350802001' }, linMeihua.id, right)).rejects.toThrow(
      'FORBIDDEN',
    );
    const without = as(hub, township('no-case'), { purpose: 'AID_ASSESSMENT' });
    await expect(without.request(text, { input: { person: linMeihua.id, lastFour: right } })).rejects.toThrow(
      'CASE',
    );
  });

  it.each(['12', 'abcd', '12 4'])('says what is wrong with %s, and counts no try', async (lastFour) => {
    expect(await verify(township('malformed'), linMeihua.id, lastFour)).toMatchObject({
      isMatch: null,
      userErrors: [{ code: 'MALFORMED' }],
    });
  });

  it('answers alike for nobody, somebody of another area and a minor', async () => {
    const answers = await Promise.all(
      ['nobody-at-all', qiuFuzhen.id, chenXiaoyu.id].map((id) => verify(township('absent'), id, '0000')),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ isMatch: null, userErrors: [{ code: 'NOT_FOUND' }] });
  });

  it('gives three tries a person, caller and day, right or wrong', async () => {
    const caller = township('three');
    expect(await verify(caller, linMeihua.id, '0000')).toEqual({
      isMatch: false,
      remainingTries: 2,
      userErrors: [],
    });
    expect(await verify(caller, linMeihua.id, right)).toEqual({
      isMatch: true,
      remainingTries: 1,
      userErrors: [],
    });
    expect(await verify(caller, linMeihua.id, '0001')).toEqual({
      isMatch: false,
      remainingTries: 0,
      userErrors: [],
    });
    expect(await verify(caller, linMeihua.id, right)).toMatchObject({
      isMatch: null,
      remainingTries: 0,
      userErrors: [{ code: 'NO_TRIES_LEFT' }],
    });
    expect(await verify(caller, ouyangShuqin.id, '0000')).toMatchObject({ remainingTries: 2 });
    expect(await verify(township('another'), linMeihua.id, right)).toMatchObject({ isMatch: true });
  });

  it('is in the person’s log, whether it was right or not, and nobody is where there was none', async () => {
    for (const [id, lastFour, disclosures] of [
      [linMeihua.id, right, 1],
      [linMeihua.id, '0000', 1],
      [qiuFuzhen.id, '0000', 0],
    ] as const) {
      const records = await recordsOf(hub.config, () => verify(township('logged'), id, lastFour));
      const disclosed = records.filter(({ kind }) => kind === 'DISCLOSURE');
      expect(disclosed).toHaveLength(disclosures);
      for (const record of disclosed)
        expect(record).toMatchObject({
          classes: ['IDENTIFIER_CHECK'],
          person: await referenceOf(hub.config, linMeihua.id),
        });
    }
  });

  it('gives three tries and no more to who sends ten at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => verify(township('race'), linMeihua.id, '0000')),
    );
    expect(
      answers.filter((answer) => (answer as { isMatch: boolean | null }).isMatch === false),
    ).toHaveLength(3);
  });
});
