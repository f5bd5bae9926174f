import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../log.ts';
import { adminUrl, type Address } from './postmaster.ts';
import { withClient } from './roles.ts';
import { hasCode } from './secret-file.ts';

/** Every user keeps one connection of this name open: who is gone, however he went, has none. */
const holderName = 'hub-holder';

/** How long the server may take to see that connections were closed: seconds on a loaded machine. */
const farewellMs = 5_000;
const pollMs = 25;

/** One user's stake in the server. */
export interface Holder {
  /** Gives it up, and tells how many others use the server. */
  readonly release: () => Promise<number>;
}

interface Users {
  readonly isOwnHeld: boolean;
  readonly holders: number;
  readonly pools: number;
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
    release: async () => {
      await client.end().catch(() => undefined); // a lost connection is as good as a closed one
      return countOthers(address, rows[0]?.pid ?? 0);
    },
  };
}

/**
 * Asked over a connection of its own: that ours was lost does not say that nobody else has one. A subgraph's pool counts
 * too: it outlives a crash of the server, which the connections that hold it do not.
 *
 * A connection that was closed here is still there for a moment. So who leaves waits until his own is gone, that the next to
 * leave does not take it for a user; and pools that nobody holds the server for may be our own, just closed.
 */
async function countOthers(address: Address, own: number): Promise<number> {
  try {
    return await withClient(adminUrl(address), async (client) => {
      const until = Date.now() + farewellMs;
      for (;;) {
        const { isOwnHeld, holders, pools } = await readUsers(client, own);
        const isSettled = !isOwnHeld && (holders > 0 || pools === 0);
        if (isSettled || Date.now() > until) return holders + pools;
        await sleep(pollMs);
      }
    });
  } catch (error) {
    if (goneCodes.some((code) => hasCode(error, code))) return 0; // there is nobody to keep it for
    throw error;
  }
}

async function readUsers(client: pg.Client, own: number): Promise<Users> {
  const { rows } = await client.query<Users>(
    `select coalesce(bool_or(application_name = $1 and pid = $2), false) as "isOwnHeld",
            count(*) filter (where application_name = $1 and pid <> $2)::int as holders,
            count(*) filter (where usename like '%\\_runtime')::int as pools
     from pg_stat_activity`,
    [holderName, own],
  );
  const [users] = rows;
  if (!users) throw new Error('PostgreSQL did not say who uses it.');
  return users;
}

/** Nobody listens; it hung up; it is shutting down, starting, or crashed just now. */
const goneCodes = ['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03'];
