import { createPolicy } from '../../schema/policy.ts';
import { runSubgraph } from '../kit/run.ts';
import { createLedgerNames, loadLedgerKey } from '../kit/ledger/person-reference.ts';
import { createGovernance } from './subgraph.ts';

await runSubgraph('governance', async ({ ledgerKey, dataDir }) =>
  createGovernance(createPolicy(), createLedgerNames(await loadLedgerKey(ledgerKey, dataDir))),
);
