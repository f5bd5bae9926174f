import pg from 'pg';

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
      const database = client.escapeIdentifier(databaseOf(adminUrl));
      await client.query('begin');
      await client.query(`revoke all on database ${database} from public`);
      await client.query('revoke all on schema public from public');
      for (const [name, password] of writers)
        await prepareLogin(client, database, writerRole(name), password, { search_path: '' });
      for (const name of subgraphs) await prepareSubgraph(client, database, name, passwordOf(name));
      await client.query('commit');
    });
  });
}

async function prepareSubgraph(
  client: pg.Client,
  database: string,
  name: string,
  password: string,
): Promise<void> {
  const [schema, owner, runtime] = [name, ownerRole(name), runtimeRole(name)].map((part) =>
    client.escapeIdentifier(part),
  );
  await createRole(client, ownerRole(name), 'nologin');
  await prepareLogin(client, database, runtimeRole(name), password, { search_path: name });
  await client.query(`grant ${owner} to current_user`);
  await client.query(`create schema if not exists ${schema} authorization ${owner}`);
  await client.query(`revoke all on schema ${schema} from public`);
  await client.query(`grant usage on schema ${schema} to ${runtime}`);
  // Imports stage their rows in temporary tables.
  await client.query(`grant connect, temporary on database ${database} to ${owner}`);
  await client.query(
    `alter default privileges for role ${owner} in schema ${schema} grant select on tables to ${runtime}`,
  );
}

/** A role that processes log in as, with its password and what holds for its sessions. */
async function prepareLogin(
  client: pg.Client,
  database: string,
  role: string,
  password: string,
  own: Readonly<Record<string, string>>,
): Promise<void> {
  const name = client.escapeIdentifier(role);
  await createRole(client, role, 'login');
  await client.query(`alter role ${name} password ${client.escapeLiteral(password)}`);
  await client.query(`grant connect on database ${database} to ${name}`);
  const settings = { ...own, statement_timeout: '5s', timezone: 'Asia/Shanghai', jit: 'off' };
  for (const [setting, value] of Object.entries(settings)) {
    await client.query(
      `alter role ${name} in database ${database} set ${setting} = ${client.escapeLiteral(value)}`,
    );
  }
}

async function createRole(client: pg.Client, role: string, login: 'login' | 'nologin'): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  const attributes = `${login} nosuperuser nocreatedb nocreaterole noinherit`;
  if (rowCount === 0) await client.query(`create role ${client.escapeIdentifier(role)} ${attributes}`);
}

async function createDatabase(maintenance: pg.Client, name: string): Promise<void> {
  const { rowCount } = await maintenance.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 0) await maintenance.query(`create database ${maintenance.escapeIdentifier(name)}`);
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
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
