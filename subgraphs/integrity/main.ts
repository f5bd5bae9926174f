import { loadIdentifierKey } from '../kit/identifier.ts';
import { runSubgraph } from '../kit/run.ts';
import { createIntegrity } from './subgraph.ts';

await runSubgraph('integrity', async (settings) => createIntegrity(await loadIdentifierKey(settings)));
