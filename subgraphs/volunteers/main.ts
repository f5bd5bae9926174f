import { runSubgraph } from '../kit/run.ts';
import { volunteers } from './subgraph.ts';

await runSubgraph('volunteers', () => volunteers);
