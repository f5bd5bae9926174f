import pg from 'pg';

/** Rows of one batch. */
const batch = 5_000;

/**
 * Reads a result of any length in little memory, as it stood at the first row. Throws when the database does not answer;
 * then what was read so far is not the whole.
 */
export async function* streamRows(
  url: string,
  statement: string,
  values: readonly unknown[],
): AsyncGenerator<Readonly<Record<string, unknown>>, void, undefined> {
  const client = new pg.Client({ connectionString: url, application_name: 'hub-stream' });
  // Lost between two batches: the next one says so.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin read only isolation level repeatable read');
    await client.query(`declare rows no scroll cursor for ${statement}`, [...values]);
    for (;;) {
      const { rows } = await client.query<Readonly<Record<string, unknown>>>(`fetch ${batch} from rows`);
      if (rows.length === 0) return;
      yield* rows;
    }
  } finally {
    await client.end();
  }
}
