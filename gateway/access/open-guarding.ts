import type { Policy } from '../../schema/policy.ts';
import { registry } from '../../schema/registry.ts';
import type { Stop } from '../../subgraphs/kit/lifecycle.ts';
import type { Log } from '../../subgraphs/kit/log.ts';
import { loadTicketKey } from '../../subgraphs/kit/ticket-key.ts';
import { createLedgerNames, loadLedgerKey } from '../../subgraphs/kit/ledger/person-reference.ts';
import { createAudit, type Audit } from '../audit/audit.ts';
import { createLedger } from '../audit/ledger.ts';
import type { Config } from '../config.ts';
import { createAuthenticator, type Authenticate } from './authenticate.ts';
import { openBudgetStore } from './budget-store.ts';
import { createBudgets, type Budgets } from './budgets.ts';
import { createTrust } from './issuer.ts';
import { createPolicyInForce, type PolicyInForce } from './policy-in-force.ts';

/** Everything that guards the door, made from the configuration. */
interface Guarding {
  readonly authenticate: Authenticate;
  readonly policy: PolicyInForce;
  readonly budgets: Budgets;
  readonly audit: Audit;
  /** For after the last answer, and before the database ends. */
  readonly closeLedger: () => Promise<void>;
  readonly ticketKeyOf: (subgraph: string) => Buffer;
  readonly isProduction: boolean;
}

/**
 * `ledgerUrl` is asked for when something is first written down. Throws where nobody could be let in: in production
 * without an identity provider.
 */
export async function openGuarding(
  config: Config,
  log: Log,
  stops: Stop[],
  policy: Policy,
  ledgerUrl: () => Promise<string>,
): Promise<Guarding> {
  const { oidc, isProduction, dataDir } = config;
  if (isProduction && !oidc)
    throw new Error('In production the hub needs OIDC_ISSUER, OIDC_AUDIENCE and OIDC_JWKS_URL.');
  const keys = new Map(
    await Promise.all(
      registry.map(
        async ({ name }) => [name, await loadTicketKey(name, config.ticketKeys.get(name), dataDir)] as const,
      ),
    ),
  );
  const ledger = createLedger({ databaseUrl: ledgerUrl, graceMs: config.ledger.graceMs, log });
  const names = createLedgerNames(await loadLedgerKey(config.ledger.key, dataDir));
  const store = await openBudgetStore(config.budgets.databaseUrl, stops);
  const inForce = createPolicyInForce(policy);
  return {
    authenticate: createAuthenticator(await createTrust(oidc ?? { dataDir }), log),
    policy: inForce,
    budgets: createBudgets({ ...config.budgets, store, log }),
    audit: createAudit({ ledger, names, policy: inForce }),
    closeLedger: ledger.close,
    isProduction,
    ticketKeyOf: (subgraph) => {
      const key = [...keys].find(([name]) => name === subgraph)?.[1];
      if (!key) throw new Error('A ticket is asked for a subgraph that is not in the registry');
      return key;
    },
  };
}
