import type { Policy } from '../../schema/policy.ts';

/** The policy that new operations are decided by. What was decided keeps the one that it was decided by. */
export interface PolicyInForce {
  readonly now: () => Policy;
  readonly change: (policy: Policy) => void;
}

export function createPolicyInForce(first: Policy): PolicyInForce {
  let current = first;
  return {
    now: () => current,
    change: (policy) => {
      current = policy;
    },
  };
}
