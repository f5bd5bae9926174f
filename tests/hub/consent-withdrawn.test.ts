import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { startApartHub, type ApartHub } from '../support/apart.ts';
import { as } from '../support/callers.ts';
import { askDatabase } from '../support/database.ts';
import { startFaultServer } from '../support/federation-fault-server.ts';

const policy = createPolicy();
const { ouyangShuqin } = cast;
const query = '{ person(id: "cast-ouyang-shuqin") { mobile psych { nearestStation { code } } } }';

let hub: ApartHub;
beforeAll(async () => {
  hub = await startApartHub(10_000, { gateway: policy, subgraphs: policy });
});
afterAll(() => hub.stop());

const withdraw = () =>
  askDatabase(hub.config, 'update governance.consent_receipt set withdrawn_at = now() where person_id = $1', [
    ouyangShuqin.id,
  ]);
const restore = () =>
  askDatabase(hub.config, 'update governance.consent_receipt set withdrawn_at = null where person_id = $1', [
    ouyangShuqin.id,
  ]);
const ask = () =>
  as(hub, { role: 'COUNSELLOR', area: '350802' }, { purpose: 'PSYCH_CARE' }).rawRequest<{
    person: { mobile: string | null };
  }>(query);

describe('consent that is withdrawn while departments are still answering', () => {
  it('wins: the answer leaves without what it opened, and says so', async () => {
    await restore();
    expect((await ask()).data.person.mobile).toMatch(/^\d{11}$/);
    // A department that takes its time: meanwhile the person withdraws.
    const slow = await startFaultServer((response) => {
      withdraw().then(
        () =>
          response
            .writeHead(200, { 'content-type': 'application/json' })
            .end('{"data":{"_entities":[{"psych":null}]}}'),
        () => response.writeHead(500).end(),
      );
    });
    hub.redirect('psych', slow.url);
    const { data, extensions } = await ask();
    hub.redirect('psych', null);
    await slow.close();
    expect(data.person.mobile).toBeNull();
    expect(JSON.stringify(extensions)).toContain('"reason":"CONSENT"');
  });

  it('is taken for withdrawn when the register cannot be asked', async () => {
    await restore();
    const silent = await startFaultServer((response) => response.writeHead(503).end());
    hub.redirect('governance', silent.url);
    await expect(ask()).rejects.toThrow('SUBGRAPH_UNAVAILABLE');
    hub.redirect('governance', null);
    await silent.close();
  });

  it('concerns nobody else: who needs no consent is answered without asking the register', async () => {
    hub.calls.length = 0;
    await as(hub, { role: 'GRID_WORKER', area: '350802001001002' }, { purpose: 'SERVICE_VISIT' }).request(
      query,
    );
    expect(hub.calls.map(([name]) => name).sort()).toEqual(['persons', 'psych']);
  });

  it('is asked about by the gateway only: clients do not know the question', async () => {
    const asked = as(hub).request('{ consentsInForce(persons: ["a"], classes: [CONTACT]) { person } }');
    await expect(asked).rejects.toThrow('BAD_USER_INPUT');
  });
});
