import { runSubgraph } from '../kit/run.ts';
import { grids } from './subgraph.ts';

await runSubgraph('grids', () => grids);
