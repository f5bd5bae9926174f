import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Purpose, Role } from './caller.ts';
import { decideClass, type Decision, type Form } from './policy/decide.ts';
import { readPolicy } from './policy/read-policy.ts';
import { createTable, type DecisionTable } from './policy/table.ts';

/** The compiled policy: who may see which class of data, for what, in which scope. */
export interface Policy {
  /** A digest of the table: two processes that tell the same one decide alike. */
  readonly version: string;
  readonly table: DecisionTable;
  /** Classes that every row of the table allows: they never narrow. */
  readonly openClasses: ReadonlySet<string>;
  /** The decisions of a class for fields of one form, by bits; worked out once. */
  readonly decisionsOf: (form: Form, dataClass: string, role: Role, purpose: Purpose) => readonly Decision[];
}

/** The text of the decision table. */
export const loadPolicyText = (): string => readFileSync(new URL('policy.csv', import.meta.url), 'utf8');

let own: Policy | undefined;

/** Compiles a decision table, once the hub's own; throws with every fault at once. */
export function createPolicy(csv?: string): Policy {
  return csv === undefined ? (own ??= compile(loadPolicyText())) : compile(csv);
}

function compile(csv: string): Policy {
  const table = createTable(readPolicy(csv));
  const known = new Map<string, readonly Decision[]>();
  return {
    version: createHash('sha256').update(csv).digest('hex').slice(0, 16),
    table,
    openClasses: new Set(
      table.classes.filter((name) =>
        table.rows.every(({ dataClass, effect }) => dataClass !== name || effect === 'ALLOW'),
      ),
    ),
    decisionsOf: (form, dataClass, role, purpose) => {
      const key = [dataClass, role, purpose, form.mask, form.coarser !== undefined, form.isCoarse].join();
      const decisions = known.get(key) ?? decideClass(table, form, dataClass, role, purpose);
      known.set(key, decisions);
      return decisions;
    },
  };
}
