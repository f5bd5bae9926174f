import { createPolicy } from '../../schema/policy.ts';
import { registry } from '../../schema/registry.ts';
import { fetchCoverage } from '../kit/disclosures/coverage.ts';
import { createLedgerNames, loadLedgerKey } from '../kit/ledger/person-reference.ts';
import { runSubgraph } from '../kit/run.ts';
import { createRemoteWitness } from '../kit/witness/remote-witness.ts';
import { keepEvidence } from './keep-evidence.ts';
import { readNeighbours } from './neighbours.ts';
import { createGovernance } from './subgraph.ts';

/** Longer than the register waits for any of them. */
const patienceMs = 2_000;

const urlOf = readNeighbours();
const others = registry.filter(({ name }) => name !== 'governance');

await runSubgraph(
  'governance',
  async ({ ledgerKey, dataDir }) =>
    createGovernance(createPolicy(), createLedgerNames(await loadLedgerKey(ledgerKey, dataDir)), (name) =>
      fetchCoverage(urlOf(name), patienceMs),
    ),
  ({ database, evidence, witness, log, stops }) => {
    const remote = others.map(({ name }) => createRemoteWitness(name, urlOf(name)));
    keepEvidence({ database: database.kysely, ...evidence, witnesses: [witness, ...remote], log }, stops);
  },
);
