import pg from 'pg';

const { escapeIdentifier, escapeLiteral } = pg;

/** The role that owns a subgraph's schema: migrations, seeds and imports act as it. It cannot log in. */
export const ownerRole = (name: string): string => `${name}_owner`;

/** The role a subgraph runs as: owns nothing, and reads only its own schema. */
export const runtimeRole = (name: string): string => `${name}_runtime`;

/** The role others write to a subgraph as: it may call what the schema's migrations grant it, and read nothing. */
export const writerRole = (name: string): string => `${name}_writer`;

export interface Preparation {
  /** An administrator's URL: superuser, or CREATEROLE and CREATEDB. Names the hub's database. */
  readonly adminUrl: string;
  readonly subgraphs: readonly string[];
  /** The password of a subgraph's run-time role. */
  readonly passwordOf: (name: string) => string;
  /** The subgraphs that others write to, with the passwords of their writing roles. */
  readonly writers?: ReadonlyMap<string, string>;
}

/**
 * Makes the hub's database, and for each subgraph a schema, its owner and its run-time role; makes nothing twice and may
 * run in several processes at once. Nothing is granted to PUBLIC.
 */
export async function prepareDatabase({
  adminUrl,
  subgraphs,
  passwordOf,
  writers = new Map(),
}: Preparation): Promise<void> {
  await withClient(urlOfDatabase(adminUrl, 'postgres'), async (maintenance) => {
    // Roles belong to the whole cluster and advisory locks to one database, so all meet in the one that always exists.
    await maintenance.query("select pg_advisory_lock(hashtext('portrait-hub roles'))");
    await createDatabase(maintenance, databaseOf(adminUrl));
    await withClient(adminUrl, async (client) => {
      const { rows } = await client.query<{ rolname: string }>('select rolname from pg_roles');
      const place: Place = {
        database: escapeIdentifier(databaseOf(adminUrl)),
        roles: new Set(rows.map(({ rolname }) => rolname)),
      };
      // As one message: a transaction of its own, and one way there and back instead of a hundred at each start.
      const statements = [
        `revoke all on database ${place.database} from public`,
        'revoke all on schema public from public',
        ...[...writers].flatMap(([name, password]) =>
          prepareLogin(place, writerRole(name), password, { search_path: '' }),
        ),
        ...subgraphs.flatMap((name) => prepareSubgraph(place, name, passwordOf(name))),
      ];
      await client.query(statements.join(';\n'));
    });
  });
}

/** Where roles and schemas are made. */
interface Place {
  readonly database: string;
  /** The roles that are there. */
  readonly roles: ReadonlySet<string>;
}

function prepareSubgraph(place: Place, name: string, password: string): readonly string[] {
  const [schema, owner, runtime] = [name, ownerRole(name), runtimeRole(name)].map(escapeIdentifier);
  return [
    ...createRole(place, ownerRole(name), 'nologin'),
    ...prepareLogin(place, runtimeRole(name), password, { search_path: name }),
    `grant ${owner} to current_user`,
    `create schema if not exists ${schema} authorization ${owner}`,
    `revoke all on schema ${schema} from public`,
    `grant usage on schema ${schema} to ${runtime}`,
    // Imports stage their rows in temporary tables.
    `grant connect, temporary on database ${place.database} to ${owner}`,
    `alter default privileges for role ${owner} in schema ${schema} grant select on tables to ${runtime}`,
  ];
}

/** A role that processes log in as, with its password and what holds for its sessions. */
function prepareLogin(
  place: Place,
  role: string,
  password: string,
  own: Readonly<Record<string, string>>,
): readonly string[] {
  const name = escapeIdentifier(role);
  const settings = { ...own, statement_timeout: '5s', timezone: 'Asia/Shanghai', jit: 'off' };
  return [
    ...createRole(place, role, 'login'),
    `alter role ${name} password ${escapeLiteral(password)}`,
    `grant connect on database ${place.database} to ${name}`,
    ...Object.entries(settings).map(
      ([setting, value]) =>
        `alter role ${name} in database ${place.database} set ${setting} = ${escapeLiteral(value)}`,
    ),
  ];
}

const createRole = ({ roles }: Place, role: string, login: 'login' | 'nologin'): readonly string[] =>
  roles.has(role)
    ? []
    : [`create role ${escapeIdentifier(role)} ${login} nosuperuser nocreatedb nocreaterole noinherit`];

async function createDatabase(maintenance: pg.Client, name: string): Promise<void> {
  const { rowCount } = await maintenance.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 0) await maintenance.query(`create database ${escapeIdentifier(name)}`);
}

/** The database that a URL names; a server's URL without one means the hub's own, `hub`. */
export function databaseOf(url: string): string {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  return name === '' ? 'hub' : name;
}

/** The same server and user, another database. */
export function urlOfDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}

/** Runs something on a connection of its own. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'hub-preparation' });
  // A server that ends while nothing is asked of it would end this process: whoever asks next is told why.
  let lost: Error | undefined;
  client.on('error', (error) => (lost ??= error));
  await client.connect();
  try {
    return await work(client);
  } catch (error) {
    throw lost ?? error;
  } finally {
    await client.end();
  }
}
