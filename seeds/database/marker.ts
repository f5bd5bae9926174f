import type { Client } from 'pg';

/** What a schema was seeded with; written last, so that it never stands beside half a load. */
export interface Marker {
  readonly scale: number;
  readonly seedNumber: number;
}

/** The marker of the connection's schema, or null when it was never seeded. */
export async function findMarker(client: Client): Promise<Marker | null> {
  const table = await client.query<{ exists: boolean }>(
    "select to_regclass('hub_seed') is not null as exists",
  );
  if (table.rows[0]?.exists !== true) return null;
  const { rows } = await client.query<{ scale: number; seed_number: string }>(
    'select scale, seed_number from hub_seed',
  );
  const [row] = rows;
  return row ? { scale: row.scale, seedNumber: Number(row.seed_number) } : null;
}

/** Replaces the marker. The run-time role, which may read every new table of the schema, may not read this one. */
export async function writeMarker(
  client: Client,
  { scale, seedNumber }: Marker,
  rowCounts: Readonly<Record<string, number>>,
): Promise<void> {
  await client.query(`
    create table if not exists hub_seed (
      scale double precision not null, seed_number bigint not null, loaded_at timestamptz not null, rows jsonb not null)`);
  await revokeFromOthers(client);
  await client.query('truncate hub_seed');
  await client.query('insert into hub_seed values ($1, $2, clock_timestamp(), $3)', [
    scale,
    seedNumber,
    rowCounts,
  ]);
}

async function revokeFromOthers(client: Client): Promise<void> {
  const { rows } = await client.query<{ grantee: string }>(`
    select distinct coalesce(quote_ident(r.rolname), 'public') as grantee
    from pg_class c cross join aclexplode(c.relacl) acl left join pg_roles r on r.oid = acl.grantee
    where c.oid = 'hub_seed'::regclass and acl.grantee <> c.relowner`);
  for (const { grantee } of rows) await client.query(`revoke all on hub_seed from ${grantee}`);
}
