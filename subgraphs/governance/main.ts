import { createPolicy } from '../../schema/policy.ts';
import { registry } from '../../schema/registry.ts';
import { readEnvironment, url } from '../kit/env.ts';
import { createLedgerNames, loadLedgerKey } from '../kit/ledger/person-reference.ts';
import { runSubgraph } from '../kit/run.ts';
import { createRemoteWitness } from '../kit/witness/remote-witness.ts';
import { keepEvidence } from './keep-evidence.ts';
import { createGovernance } from './subgraph.ts';

const others = registry.filter(({ name }) => name !== 'governance');
const { urls } = readEnvironment({
  urls: Object.fromEntries(
    others.map(({ name, port }) => [
      `${name.toUpperCase()}_URL`,
      url(['http', 'https'], `http://127.0.0.1:${port}/graphql`),
    ]),
  ),
});

await runSubgraph(
  'governance',
  async ({ ledgerKey, dataDir }) =>
    createGovernance(createPolicy(), createLedgerNames(await loadLedgerKey(ledgerKey, dataDir))),
  ({ database, evidence, witness, log, stops }) => {
    const remote = others.map(({ name }) =>
      createRemoteWitness(name, urls[`${name.toUpperCase()}_URL`] ?? ''),
    );
    keepEvidence({ database: database.kysely, ...evidence, witnesses: [witness, ...remote], log }, stops);
  },
);
