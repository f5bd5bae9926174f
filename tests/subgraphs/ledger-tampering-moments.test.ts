import { beforeEach, describe, expect, it } from '@jest/globals';
import { openEvidence } from '../../subgraphs/governance/ledger/open-evidence.ts';
import { verifyLedger } from '../../subgraphs/governance/ledger/verify.ts';
import { createTestLedger, entryOf, type TestLedger } from '../support/evidence.ts';

let ledger: TestLedger;
beforeEach(async () => {
  ledger = await createTestLedger();
  await ledger.append(Array.from({ length: 20 }, (_, index) => entryOf(`access-${index}`)));
  await ledger.checkpoint();
});

const second = "where seq = 2 and chain like 'ACCESS-%-0'";

describe('what PostgreSQL or JavaScript cannot read is found as tampering, not as a failure', () => {
  it.each([
    ['bytes that are no text', "update governance.ledger_record set body = '\\xff'::bytea"],
    ['a moment without end', "update governance.ledger_record set at = 'infinity'"],
    ['a moment beyond all calendars', "update governance.ledger_record set at = '290000-01-01'"],
    [
      'a moment changed by less than a millisecond',
      "update governance.ledger_record set at = at + interval '400 microseconds'",
    ],
  ])('%s', async (_what, change) => {
    await ledger.tamper(`${change} ${second}`);
    const { code, tampered } = await ledger.verify();
    expect([code, tampered]).toEqual([2, [expect.stringMatching(/^ACCESS-\d{6}-0:2 /)]]);
  });
});

describe('a moment', () => {
  it('that the table of heads was made to give is found, though the ledger’s own function wrote it', async () => {
    await ledger.tamper("update governance.ledger_head set at = '2999-01-01' where chain like 'ACCESS-%-0'");
    await ledger.append(Array.from({ length: 20 }, (_, index) => entryOf(`later-${index}`)));
    await ledger.checkpoint();
    const { code, tampered } = await ledger.verify();
    expect([code, tampered]).toEqual([
      2,
      [expect.stringMatching(/^ACCESS-\d{6}-0:\d+ its moment is not of the month of its chain$/)],
    ]);
  });

  it('before a checkpoint that had not seen the record is told: nobody can write into a month that is over', async () => {
    await ledger.append([entryOf('made up')], '2026-01-20T10:00:00Z');
    await ledger.checkpoint();
    await ledger.append([entryOf('and more')]);
    await ledger.checkpoint();
    const { code, incomplete } = await ledger.verify();
    expect([code, incomplete]).toEqual([
      3,
      [expect.stringMatching(/^ACCESS-202601-\d:1 says an older moment/)],
    ]);
  });
});

it('a ledger that grows while it is verified is clean', async () => {
  const places = { folder: ledger.folder, witnesses: [] };
  const evidence = await openEvidence(ledger.urls.ownerOf('governance'), places, new Date());
  await ledger.append([entryOf('meanwhile')]);
  await ledger.checkpoint();
  expect(await verifyLedger(evidence)).toMatchObject({ code: 0, tampered: [], incomplete: [] });
});
