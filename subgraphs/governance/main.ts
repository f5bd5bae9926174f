import { createPolicy } from '../../schema/policy.ts';
import { runSubgraph } from '../kit/run.ts';
import { createGovernance } from './subgraph.ts';

await runSubgraph('governance', () => createGovernance(createPolicy()));
