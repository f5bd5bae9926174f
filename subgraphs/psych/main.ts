import { runSubgraph } from '../kit/run.ts';
import { psych } from './subgraph.ts';

await runSubgraph('psych', () => psych);
