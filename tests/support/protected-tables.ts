import type pg from 'pg';
import type { Config } from '../../gateway/config.ts';
import type { Caller, Purpose } from '../../schema/caller.ts';
import { createPolicy } from '../../schema/policy.ts';
import { createAccess } from '../../schema/policy/access.ts';
import { subgraphNames } from '../../schema/registry.ts';
import { createCallAccess } from '../../subgraphs/kit/access/call-access.ts';
import { settingsOf } from '../../subgraphs/kit/access/row-scope.ts';
import { askDatabase } from './database.ts';
import type { Side } from './two-people.ts';

/** A table under row security, or a view, as the catalogue of the database has it. */
export interface ProtectedTable {
  readonly schema: string;
  readonly name: string;
  readonly kind: 'TABLE' | 'PARTITIONED' | 'VIEW';
  /** The columns that the run-time role may read, without those that are worked out of others. */
  readonly columns: readonly string[];
  readonly mayInsert: boolean;
}

/** All tables under row security and all views over tables, whatever they are called; partitions have their table's. */
export const protectedTables = (config: Config): Promise<readonly ProtectedTable[]> =>
  askDatabase<ProtectedTable & pg.QueryResultRow>(
    config,
    `select n.nspname as schema, c.relname as name,
       case c.relkind when 'r' then 'TABLE' when 'p' then 'PARTITIONED' else 'VIEW' end as kind,
       has_table_privilege(n.nspname || '_runtime', c.oid, 'insert') as "mayInsert",
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
         and a.attgenerated = '' and has_column_privilege(n.nspname || '_runtime', c.oid, a.attnum, 'select') order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and (c.relrowsecurity or c.relkind in ('v', 'm')) and not c.relispartition order by 1, 2`,
    [subgraphNames],
  );

/** What a call says to row security, as the kit says it. */
export function scopeOf(
  caller: Omit<Caller, 'sub' | 'purposes'> & { readonly sub?: string },
  purpose: Purpose,
  persons: readonly string[] = [],
): string {
  const { role, department } = caller;
  const ticket = {
    caller: { sub: 'nobody', purposes: [purpose], ...caller },
    purpose,
    caseReference: undefined,
    requestId: 'tests',
    breakGlass: undefined,
  };
  const access = createAccess(createPolicy(), { role, purpose, hasCase: true, department });
  return settingsOf(createCallAccess(ticket, access, [], new Set()), persons);
}

/** Everybody who has to do with one of the two people: himself, who deals with him there, the office, the department. */
export function scopesOf({ person, area, department, actor: sub, reference }: Side): readonly string[] {
  const { id } = person;
  return [
    scopeOf({ role: 'CITIZEN', person: id }, 'SELF_ACCESS', [id, reference]),
    scopeOf({ role: 'COUNSELLOR', area, sub }, 'CRISIS_RESPONSE', [id]),
    scopeOf({ role: 'VETO_REVIEWER', area, sub }, 'INTEGRITY_REVIEW', [id]),
    scopeOf({ role: 'DEPARTMENT_REVIEWER', area, department }, 'DATA_EXCHANGE', [id]),
  ];
}

/** Rows that a scope shows, by table, as texts; without one where it is ''. */
export async function rowsSeen(
  client: pg.Client,
  tables: readonly ProtectedTable[],
  scope: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const lists = tables.map(
    ({ name, columns }) => `array(select row(${columns.join(', ')})::text from ${name}) as ${name}`,
  );
  await client.query(`begin read only; ${scope}`);
  const { rows } = await client.query<Record<string, string[]>>(`select ${lists.join(', ')}`);
  await client.query('rollback');
  return new Map(Object.entries(rows[0] ?? {}));
}
