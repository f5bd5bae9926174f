import { bitOf } from '../../schema/policy/predicates.ts';
import type { Policy } from '../../schema/policy.ts';
import type { LedgerNames } from '../kit/ledger/person-reference.ts';
import type { SubgraphDefinition } from '../kit/subgraph.ts';
import { entities } from './entities.ts';
import { createAppendEvent } from './ledger/append-event.ts';
import { migrations } from './migrations/all.ts';
import { shapes } from './reads.ts';
import { createResolvers } from './resolvers.ts';

/** The hub's own register: consent, break-glass, delegation, and what a caller would be given. `names` are those of the ledger. */
export const createGovernance = (policy: Policy, names: LedgerNames): SubgraphDefinition => ({
  name: 'governance',
  entities,
  migrations,
  shapes,
  resolvers: createResolvers(policy, classesByConsent(policy), createAppendEvent(names)),
  rules: {},
  readinessChecks: [],
});

/** Classes that some row of the table gives by consent: consent to anything else would open nothing. */
const classesByConsent = ({ table }: Policy): ReadonlySet<string> =>
  new Set(table.rows.filter(({ asks }) => (asks & bitOf('consent')) !== 0).map(({ dataClass }) => dataClass));
