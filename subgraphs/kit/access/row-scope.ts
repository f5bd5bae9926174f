import { CompiledQuery, type Kysely } from 'kysely';
import pg from 'pg';
import { actsForDepartment } from '../../../schema/caller.ts';
import type { Wave } from '../reads/group.ts';
import { isPersonScoped } from './person-scope.ts';
import type { CallAccess } from './call-access.ts';

/**
 * Reads in a transaction that tells PostgreSQL's row security whose rows this call may touch: the third line, which holds
 * when a read has forgotten its own. `set local` ends with the transaction, so the next user of the connection has no scope,
 * and no scope means no rows. The three messages go out together; when any fails, nothing was read.
 */
export async function readInScope(
  reads: pg.Pool,
  access: CallAccess,
  wave: Pick<Wave, 'groups'>,
  statement: { readonly text: string; readonly values: unknown[] },
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = await reads.connect();
  const [begun, read, ended] = await Promise.allSettled([
    client.query(`begin read only; ${settingsOf(access, personsOf(wave))}`),
    client.query<Readonly<Record<string, unknown>>>(statement),
    client.query('commit'), // of a transaction that failed it is a rollback
  ]);
  const failed = [begun, read, ended].find((one) => one.status === 'rejected');
  // A connection on which even the end failed is thrown away, and its transaction with it.
  client.release(ended.status === 'rejected');
  if (failed) throw failed.reason;
  return read.status === 'fulfilled' ? read.value.rows : [];
}

/** Writes in one transaction under the same scope; what fails leaves nothing behind. */
export async function writeInScope<T>(
  database: Kysely<unknown>,
  access: CallAccess,
  work: (connection: Kysely<unknown>) => Promise<T>,
): Promise<T> {
  return database.connection().execute(async (connection) => {
    const send = (text: string): Promise<unknown> => connection.executeQuery(CompiledQuery.raw(text));
    await send(`begin read write; ${settingsOf(access, [])}`);
    try {
      const result = await work(connection);
      await send('commit');
      return result;
    } catch (error) {
      // When even that fails the connection is gone, and its transaction with it: what failed first is what is told.
      await send('rollback').catch(() => undefined);
      throw error;
    }
  });
}

/** The persons that the call asks of and that were admitted, under all names that the subgraph's tables know them by. */
const personsOf = ({ groups }: Pick<Wave, 'groups'>): readonly string[] =>
  groups.flatMap(({ shape: { entity }, representations }) => {
    const names = entity && isPersonScoped(entity) ? ['id'] : (entity?.personNames ?? []);
    return representations.flatMap((representation) => names.map((name) => String(representation[name])));
  });

/**
 * The settings that the policies of row security read. What is not so is left out: outside of its transaction a setting is
 * not there or '', and the policies take both for nothing.
 */
export function settingsOf(
  { caller, purpose, area, isOwnBusiness, breakGlass }: CallAccess,
  persons: readonly string[],
): string {
  const settings = {
    // Who calls, as what and for what; there is no call without them.
    'hub.actor': caller.sub,
    'hub.role': caller.role,
    'hub.purpose': purpose,
    'hub.area_from': area.from,
    'hub.area_to': area.to,
    'hub.is_city': area.isCity ? 'true' : '',
    // Staff see by area; who they are themselves opens nothing.
    'hub.person': isOwnBusiness ? (caller.person ?? '') : '',
    // A department's own records, whoever they speak of, are for the exchange of data alone.
    'hub.department': purpose === 'DATA_EXCHANGE' ? (caller.department ?? '') : '',
    // What it is asked for itself; an official of an office that examines sees by his area, wherever he works.
    'hub.own_department': actsForDepartment(caller) ? (caller.department ?? '') : '',
    'hub.glass_person': breakGlass?.person ?? '',
    'hub.persons': persons.length === 0 ? '' : `{${[...new Set(persons)].join(',')}}`,
  };
  return Object.entries(settings)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `set local ${name} = ${pg.escapeLiteral(value)}`)
    .join('; ');
}
