import { parse } from 'graphql';
import { assertPolicyFits } from '../../schema/policy/check.ts';
import { readGraph } from '../../schema/policy/graph.ts';
import type { Policy } from '../../schema/policy.ts';
import type { Federation } from '../federation/federation.ts';
import type { Guard } from './guard.ts';
import type { PolicyInForce } from './policy-in-force.ts';

/** What the hub answers by. */
export interface Rules {
  readonly supergraphSdl: string;
  readonly policy: Policy;
}

/**
 * Serves another supergraph, another policy or both from now on. Rejects, and changes nothing, when they do not fit together
 * or the supergraph does not load. What has begun ends by the rules that it began with.
 */
export type Reload = (rules: Rules) => Promise<void>;

interface Reloadable {
  readonly federation: Federation;
  readonly guard: Guard;
  readonly policy: PolicyInForce;
  /** What is served at the start. */
  readonly supergraphSdl: string;
}

export function createReload({ federation, guard, policy, supergraphSdl: first }: Reloadable): Reload {
  let served = first;
  let reloading: Promise<unknown> = Promise.resolve();

  const change = async ({ supergraphSdl, policy: next }: Rules): Promise<void> => {
    // Before anything is changed: a supergraph that is served and not guarded would answer nobody.
    assertPolicyFits(next, readGraph(parse(supergraphSdl), 'the supergraph'), 'the supergraph');
    const former = policy.now();
    policy.change(next);
    try {
      if (supergraphSdl === served) {
        const { schema } = await federation.load();
        guard.load(schema, supergraphSdl);
      } else await federation.update(supergraphSdl);
      served = supergraphSdl;
    } catch (error) {
      policy.change(former);
      throw error;
    }
  };

  // One after the other: two at once would each take the other's rules for the former ones.
  return (rules) => {
    const changed = reloading.then(() => change(rules));
    reloading = changed.catch(() => undefined);
    return changed;
  };
}
