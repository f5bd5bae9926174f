import { bitOf } from '../../schema/policy/predicates.ts';
import type { Policy } from '../../schema/policy.ts';
import type { SubgraphDefinition } from '../kit/subgraph.ts';
import { entities } from './entities.ts';
import { migrations } from './migrations/all.ts';
import { shapes } from './reads.ts';
import { createResolvers } from './resolvers.ts';

/** The hub's own register: consent, and what a caller would be given. */
export const createGovernance = (policy: Policy): SubgraphDefinition => ({
  name: 'governance',
  entities,
  migrations,
  shapes,
  resolvers: createResolvers(policy, classesByConsent(policy)),
  rules: {},
  readinessChecks: [],
});

/** Classes that some row of the table gives by consent: consent to anything else would open nothing. */
const classesByConsent = ({ table }: Policy): ReadonlySet<string> =>
  new Set(table.rows.filter(({ asks }) => (asks & bitOf('consent')) !== 0).map(({ dataClass }) => dataClass));
