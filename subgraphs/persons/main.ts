import { runSubgraph } from '../kit/run.ts';
import { loadIdentifierKey } from '../kit/identifier.ts';
import { createPersons } from './subgraph.ts';

await runSubgraph('persons', async (settings) => createPersons(await loadIdentifierKey(settings)));
