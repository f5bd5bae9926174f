import { sql, type Kysely } from 'kysely';
import type { SubgraphContext } from '../context.ts';
import { hubError } from '../errors.ts';
import type { Ticket } from '../ticket.ts';
import type { CallAccess } from './call-access.ts';
import { writeInScope } from './row-scope.ts';

/** Makes `context.write`: one transaction, in which the ticket is used up; what fails in it leaves the ticket unused. */
export function createWrite(
  database: Kysely<unknown>,
  access: CallAccess,
  { jti, exp }: Ticket,
): SubgraphContext['write'] {
  let acts = 0;
  return (work) => {
    // Several acts of one operation are each a transaction; a replay meets the first of them.
    const use = `${jti}.${acts}`;
    acts += 1;
    const act = async (connection: Kysely<unknown>) => {
      await useUp(connection, use, exp);
      return work(connection);
    };
    return writeInScope(database, access, act);
  };
}

/** Memory forgets with its process, and there may be several of it; the database does not and is one. */
async function useUp(connection: Kysely<unknown>, use: string, exp: number): Promise<void> {
  await sql`delete from used_ticket where expires_at < now() - interval '1 minute'`.execute(connection);
  const { rows } = await sql`insert into used_ticket (jti, expires_at) values (${use}, to_timestamp(${exp}))
    on conflict do nothing returning jti`.execute(connection);
  if (rows.length === 0) throw hubError('UNAUTHENTICATED', 'Expected a valid ticket of the gateway.');
}
