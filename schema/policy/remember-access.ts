import { createAccess, type Access, type Call } from './access.ts';
import type { Policy } from '../policy.ts';

/** Kinds of callers are few: role, purpose, case or none, department, and what was granted of it. */
const kept = 2_000;

/** The policy as it looks from a call, worked out once for each kind of caller. `within` takes away, never adds. */
export function rememberAccess(policy: Policy): (call: Call, within?: readonly string[]) => Access {
  const known = new Map<string, Access>();
  return ({ role, purpose, hasCase, department, glass }, within) => {
    const key = [role, purpose, hasCase, department, glass?.join(' '), within?.join(' ')].join();
    const remembered = known.get(key);
    if (remembered) return remembered;
    const call = { role, purpose, hasCase, department, glass };
    const access = createAccess(policy, call, within && new Set(within));
    const [oldest] = known.keys();
    if (known.size >= kept && oldest !== undefined) known.delete(oldest);
    known.set(key, access);
    return access;
  };
}
