import { hash, randomBytes } from 'node:crypto';
import { CompiledQuery, sql, type Kysely } from 'kysely';
import type { SubgraphContext } from '../../kit/context.ts';
import { badInput } from '../../kit/errors.ts';
import type { DeliverRecordsInput } from '../resolver-types.ts';
import { readJsonLine } from './read/ndjson.ts';
import type { RawRow } from './read/raw-row.ts';
import { createRecordIds } from './record-id.ts';
import { judgeType, typeQuery, type DeliveredType, type TypeFault, type TypeRow } from './record-type.ts';
import { createRawWriter, createSealer } from './sealed-block.ts';
import { createStager } from './stage.ts';
import { stageBatch } from './stage-batch.ts';
import { rowOfRecord } from './typed-record.ts';

/** What the caller can mend. */
interface Fault {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

type Outcome = { readonly deliveryId: string } | { readonly userErrors: readonly Fault[] };

/** A receipt as the pipeline keeps it. */
interface Receipt {
  readonly number: number;
  readonly id: string;
  readonly type_code: string;
  readonly content_digest: Buffer | null;
  /** Whether it is for the moment that is told now. */
  readonly is_of_moment: boolean;
  readonly taken_through: number;
}

/** The most records of one call. */
export const mostRecords = 1_000;

/** Clocks of departments are not the hub's. */
const clockSlackMs = 300_000;

const nextId = createRecordIds(Date.now);

/** Takes in one call's records for the caller's own department. Throws BAD_USER_INPUT when he has none. */
export function createDeliverRecords(identifierKey: Buffer) {
  const sealer = createSealer(identifierKey);
  return async (
    database: Kysely<unknown>,
    { access, now, today }: Pick<SubgraphContext, 'access' | 'now' | 'today'>,
    input: DeliverRecordsInput,
  ): Promise<Outcome> => {
    const { department, sub } = access.caller;
    if (department === undefined) throw badInput('Expected a caller of a department, found none.');
    const faults = findFaults(input, now);
    if (faults.length > 0) return { userErrors: faults };
    const type = await readType(database, input.type, department);
    if (!('polarity' in type)) return { userErrors: [{ ...type, path: ['input', 'type'] }] };
    const rows = rowsOf(input);
    const digest = hash('sha256', JSON.stringify([input.dataAsOf, rows.map(({ raw }) => raw)]), 'buffer');
    const receipt = await begin(database, input, department, input.part ? null : digest, sub);
    if (receipt.type_code !== input.type || !isSame(receipt, input, digest)) return { userErrors: [usedKey] };
    const dataAsOf = new Date(input.dataAsOf).toISOString();
    const ground = { identifierKey, nextId, isPublic: type.isPublic, dataAsOf };
    const batch = stageBatch(rows, type, today, createStager(ground));
    if (rows.length > 0) {
      const raw = createRawWriter();
      for (const row of rows) raw.add(row);
      const sealed = sealer.seal(receipt.id, raw.take());
      const first = rows[0]?.line ?? 1;
      const { rows: taken } = await sql<{
        number: number | null;
      }>`select number from deliver_rows(${receipt.number},
        ${JSON.stringify(batch.rows)}::jsonb, ${batch.through}, ${first}, ${sealed}, ${digest})`.execute(
        database,
      );
      if (taken[0]?.number == null) return { userErrors: [usedKey] };
    }
    if (input.part?.isLast !== false)
      await sql`select number from finish_delivery(${receipt.number})`.execute(database);
    return { deliveryId: receipt.id };
  };
}

function findFaults({ records, lines, dataAsOf, part }: DeliverRecordsInput, now: Date): readonly Fault[] {
  const found = records ?? lines;
  const fault = (code: string, message: string, ...path: readonly string[]): Fault => ({
    code,
    message,
    path: ['input', ...path],
  });
  if (!found || (records && lines))
    return [fault('EXPECTED_ONE', 'Expected either records or lines, found both or neither.')];
  const faults: Fault[] = [];
  if (found.length > mostRecords)
    faults.push(
      fault(
        'TOO_MANY',
        `Expected at most ${mostRecords} records, found ${found.length}.`,
        records ? 'records' : 'lines',
      ),
    );
  if (new Date(dataAsOf).getTime() > now.getTime() + clockSlackMs)
    faults.push(fault('IN_FUTURE', 'Expected a moment that has passed, found one to come.', 'dataAsOf'));
  if (part && part.firstLine < 1)
    faults.push(fault('OUT_OF_RANGE', 'Expected a line from 1, found a smaller one.', 'part', 'firstLine'));
  return faults;
}

function rowsOf({ records, lines, part }: DeliverRecordsInput): readonly RawRow[] {
  const first = part?.firstLine ?? 1;
  return records
    ? records.map((record, index) => rowOfRecord(first + index, record))
    : // An empty line is none, and is counted so that lines are found again.
      (lines ?? []).flatMap((text, index) => (text.trim() === '' ? [] : [readJsonLine(text, first + index)]));
}

async function readType(
  database: Kysely<unknown>,
  code: string,
  department: string,
): Promise<DeliveredType | TypeFault> {
  const { rows } = await database.executeQuery<TypeRow>(CompiledQuery.raw(typeQuery, [code]));
  return judgeType(rows[0], department);
}

async function begin(
  database: Kysely<unknown>,
  input: DeliverRecordsInput,
  department: string,
  digest: Buffer | null,
  sub: string,
): Promise<Receipt> {
  const id = `delivery-${randomBytes(10).toString('hex')}`;
  const moment = new Date(input.dataAsOf).toISOString();
  const { rows } =
    await sql<Receipt>`select *, data_as_of = ${moment}::timestamptz as is_of_moment from begin_delivery(${id}, ${department}, ${input.type},
    ${input.part ? 'STREAM' : 'MUTATION'}, ${input.idempotencyKey}, ${digest},
    ${moment}::timestamptz, ${sub})`.execute(database);
  const [receipt] = rows;
  if (!receipt) throw new Error('a delivery was begun and is not there');
  return receipt;
}

/** The key stands for the content: all of it, or in a stream the moment and each part by itself. */
function isSame(receipt: Receipt, { part }: DeliverRecordsInput, digest: Buffer): boolean {
  if (!part) return receipt.content_digest?.equals(digest) === true;
  return receipt.content_digest === null && receipt.is_of_moment;
}

const usedKey: Fault = {
  code: 'KEY_ALREADY_USED',
  message: 'Expected the content this idempotency key was used with before, found another.',
  path: ['input', 'idempotencyKey'],
};
