import { bitOf } from '../../schema/policy/predicates.ts';
import type { Policy } from '../../schema/policy.ts';
import type { SubgraphName } from '../../schema/registry.ts';
import type { LogCoverage } from '../kit/disclosures/coverage.ts';
import type { LedgerNames } from '../kit/ledger/person-reference.ts';
import type { OwnResolvers } from '../kit/schema.ts';
import type { SubgraphDefinition } from '../kit/subgraph.ts';
import { createAccessLogResolvers } from './access-log-resolvers.ts';
import { noteWhoIsLookedFor } from './audit-reads.ts';
import { entities } from './entities.ts';
import { createAppendEvent } from './ledger/append-event.ts';
import { migrations } from './migrations/all.ts';
import { createShapes } from './reads.ts';
import { createResolvers } from './resolvers.ts';
import { createSupervision } from './supervision-reads.ts';
import { createSupervisionResolvers } from './supervision-resolvers.ts';

/**
 * The hub's own register: consent, break-glass, delegation, the ledger, and what a caller would be given. `names` are those of
 * the ledger; `coverage` asks a department for the period of its own log.
 */
export function createGovernance(
  policy: Policy,
  names: LedgerNames,
  coverage: LogCoverage<SubgraphName>,
): SubgraphDefinition {
  const supervision = createSupervision(policy);
  return {
    name: 'governance',
    entities,
    migrations,
    shapes: [...createShapes(names), ...supervision.shapes],
    resolvers: mergeResolvers(
      createResolvers(policy, classesByConsent(policy), createAppendEvent(names)),
      createAccessLogResolvers(names, coverage),
      createSupervisionResolvers(supervision.byPeriod),
    ),
    rules: { 'Query.accessEvents': noteWhoIsLookedFor },
    readinessChecks: [],
  };
}

/** Each part resolves its own fields; of one type they stand beside each other. */
const mergeResolvers = (...parts: readonly OwnResolvers[]): OwnResolvers =>
  parts.reduce(
    (all, part) => ({
      ...all,
      ...Object.fromEntries(Object.entries(part).map(([type, own]) => [type, { ...all[type], ...own }])),
    }),
    {},
  );

/** Classes that some row of the table gives by consent: consent to anything else would open nothing. */
const classesByConsent = ({ table }: Policy): ReadonlySet<string> =>
  new Set(table.rows.filter(({ asks }) => (asks & bitOf('consent')) !== 0).map(({ dataClass }) => dataClass));
