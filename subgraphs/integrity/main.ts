import { runSubgraph } from '../kit/run.ts';
import { integrity } from './subgraph.ts';

await runSubgraph('integrity', () => integrity);
