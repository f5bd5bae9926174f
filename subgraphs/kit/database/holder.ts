import pg from 'pg';
import type { Log } from '../log.ts';
import { adminUrl, type Address } from './postmaster.ts';
import { withClient } from './roles.ts';
import { hasCode } from './secret-file.ts';

/** Every user keeps one connection of this name open: who is gone, however he went, has none. */
const holderName = 'hub-holder';

/** One user's stake in the server. */
export interface Holder {
  /** How many others use the server. */
  readonly countOthers: () => Promise<number>;
  readonly release: () => Promise<void>;
}

/** Tells the server that this process uses it. */
export async function hold(address: Address, log: Log): Promise<Holder> {
  const client = new pg.Client({
    connectionString: adminUrl(address),
    application_name: holderName,
    keepAlive: true,
  });
  client.on('error', () => log.warn('the connection that holds PostgreSQL was lost'));
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return {
    countOthers: () => countOthers(address, rows[0]?.pid ?? 0),
    release: () => client.end().catch(() => undefined), // a lost connection is as good as a closed one
  };
}

/**
 * Asked over a connection of its own: that ours was lost does not say that nobody else has one. A subgraph's pool counts
 * too: it outlives a crash of the server, which the connections that hold it do not.
 */
async function countOthers(address: Address, own: number): Promise<number> {
  try {
    return await withClient(adminUrl(address), async (client) => {
      const { rows } = await client.query<{ others: number }>(
        `select count(*)::int as others from pg_stat_activity
         where pid <> $2 and (application_name = $1 or usename like '%\\_runtime')`,
        [holderName, own],
      );
      return rows[0]?.others ?? 0;
    });
  } catch (error) {
    if (goneCodes.some((code) => hasCode(error, code))) return 0; // there is nobody to keep it for
    throw error;
  }
}

/** Nobody listens; it hung up; it is shutting down, starting, or crashed just now. */
const goneCodes = ['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03'];
