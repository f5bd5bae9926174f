import type { Client } from 'pg';

interface Definition {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * Takes indexes and constraints off the tables and gives what puts them back as they were. Building an index over rows
 * that are there already is a sort; keeping it up row by row under scattered ids is a page of the disk for each, which
 * made the full city take more than twice as long. Only for tables that the transaction has emptied: nobody else can
 * see them until it ends, and its rollback undoes this too.
 */
export async function suspendIndexes(
  client: Client,
  tables: readonly string[],
): Promise<() => Promise<void>> {
  const foreignKeys = await findConstraints(client, tables, ['f']);
  const uniques = await findConstraints(client, tables, ['p', 'u']);
  const indexes = await findIndexes(client, tables);
  for (const constraint of [...foreignKeys, ...uniques]) await drop(client, constraint);
  for (const { name } of indexes) await client.query(`drop index ${client.escapeIdentifier(name)}`);
  return async () => {
    // A sort in memory; it is the server's, and given back when the transaction ends.
    await client.query("set local maintenance_work_mem = '256MB'");
    for (const constraint of uniques) await add(client, constraint);
    for (const { definition } of indexes) await client.query(definition);
    for (const constraint of foreignKeys) await add(client, constraint);
  };
}

async function findConstraints(
  client: Client,
  tables: readonly string[],
  kinds: readonly string[],
): Promise<Definition[]> {
  const { rows } = await client.query<Definition>(
    `select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where c.relnamespace = current_schema()::regnamespace and c.relname = any($1) and k.contype::text = any($2)
     order by c.relname, k.conname`,
    [tables, kinds],
  );
  return rows;
}

/** Indexes that belong to no constraint. */
async function findIndexes(client: Client, tables: readonly string[]): Promise<Definition[]> {
  const { rows } = await client.query<Definition>(
    `select c.relname as table, i.relname as name, pg_get_indexdef(i.oid) as definition
     from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
     where c.relnamespace = current_schema()::regnamespace and c.relname = any($1)
       and not exists (select from pg_constraint k where k.conindid = i.oid)
     order by c.relname, i.relname`,
    [tables],
  );
  return rows;
}

const drop = (client: Client, { table, name }: Definition): Promise<unknown> =>
  client.query(
    `alter table ${client.escapeIdentifier(table)} drop constraint ${client.escapeIdentifier(name)}`,
  );

const add = (client: Client, { table, name, definition }: Definition): Promise<unknown> =>
  client.query(
    `alter table ${client.escapeIdentifier(table)} add constraint ${client.escapeIdentifier(name)} ${definition}`,
  );
