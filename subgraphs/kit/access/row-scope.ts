import { CompiledQuery, type Kysely } from 'kysely';
import pg from 'pg';
import type { Wave } from '../reads/group.ts';
import { isPersonScoped } from './person-scope.ts';
import type { CallAccess } from './call-access.ts';

/**
 * Runs something on one connection, in a transaction that tells PostgreSQL's row security whose rows this call may touch:
 * the third line, which holds when a read has forgotten its own. `set local` ends with the transaction, so the next user of
 * the connection has no scope, and no scope means no rows.
 */
export async function inScope<T>(
  database: Kysely<unknown>,
  access: CallAccess,
  wave: Pick<Wave, 'groups'>,
  work: (connection: Kysely<unknown>) => Promise<T>,
  mode: 'read only' | 'read write' = 'read only',
): Promise<T> {
  return database.connection().execute(async (connection) => {
    const send = (text: string): Promise<unknown> => connection.executeQuery(CompiledQuery.raw(text));
    await send(`begin ${mode}; ${settingsOf(access, personsOf(wave))}`);
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

/** The persons that the calling gateway asks of and that were admitted. */
const personsOf = ({ groups }: Pick<Wave, 'groups'>): readonly string[] =>
  groups.flatMap(({ shape, representations }) =>
    shape.entity && isPersonScoped(shape.entity) ? representations.map(({ id }) => String(id)) : [],
  );

/** The settings that the policies of row security read. */
function settingsOf({ caller, area }: CallAccess, persons: readonly string[]): string {
  const isOwnBusiness = caller.role === 'CITIZEN' || caller.role === 'PORTAL';
  const settings = {
    'hub.area_from': area.from,
    'hub.area_to': area.to,
    'hub.is_city': area.isCity ? 'true' : '',
    // Staff see by area; who they are themselves opens nothing.
    'hub.person': isOwnBusiness ? (caller.person ?? '') : '',
    'hub.persons': persons.length === 0 ? '' : `{${[...new Set(persons)].join(',')}}`,
  };
  return Object.entries(settings)
    .map(([name, value]) => `set local ${name} = ${pg.escapeLiteral(value)}`)
    .join('; ');
}
