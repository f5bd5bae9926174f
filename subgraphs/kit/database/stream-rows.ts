import pg from 'pg';

/** A row by the names of its columns. */
export type StreamedRow = Readonly<Record<string, unknown>>;

/** Gives the rows of a statement, a batch at a time. */
export type Stream = (
  statement: string,
  values: readonly unknown[],
) => AsyncGenerator<StreamedRow, void, undefined>;

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
): AsyncGenerator<StreamedRow, void, undefined> {
  yield* streamInTurn(url, (stream) => stream(statement, values));
}

/** The same for several statements one after the other, of which all see one and the same moment. */
export async function* streamInTurn<Row>(
  url: string,
  read: (stream: Stream) => AsyncGenerator<Row, void, undefined>,
): AsyncGenerator<Row, void, undefined> {
  const client = new pg.Client({ connectionString: url, application_name: 'hub-stream' });
  // Lost between two batches: the next one says so.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin read only isolation level repeatable read');
    yield* read(async function* (statement, values) {
      await client.query(`declare rows no scroll cursor for ${statement}`, [...values]);
      for (;;) {
        const { rows } = await client.query<StreamedRow>(`fetch ${batch} from rows`);
        if (rows.length === 0) break;
        yield* rows;
      }
      await client.query('close rows');
    });
  } finally {
    await client.end();
  }
}
