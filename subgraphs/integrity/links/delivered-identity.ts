import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { SubgraphContext } from '../../kit/context.ts';
import { openRows } from '../delivery/open-rows.ts';
import { readJsonLine } from '../delivery/read/ndjson.ts';
import type { Sealer } from '../delivery/sealed-block.ts';

/** What a department wrote of a subject. */
interface DeliveredIdentity {
  readonly name: string | null;
  readonly identifier: string | null;
  readonly birthDate: string | null;
  readonly phone: string | null;
}

interface Place {
  readonly delivery: number;
  readonly line: number;
}

type Loader = DataLoader<Place, DeliveredIdentity | null>;

/** Reads what departments wrote of subjects; all of a request are one transaction. Null where nothing was kept. */
export function createIdentityReader(
  sealer: Sealer,
): (context: SubgraphContext, place: unknown) => Promise<DeliveredIdentity | null> {
  const loaders = new WeakMap<SubgraphContext, Loader>();
  return (context, place) => {
    if (!isPlace(place)) return Promise.resolve(null);
    const loader = loaders.get(context) ?? createLoader(sealer, context);
    loaders.set(context, loader);
    return loader.load(place);
  };
}

const createLoader = (sealer: Sealer, { write }: SubgraphContext): Loader =>
  new DataLoader((places) =>
    write(async (database) => {
      const found = new Map<string, DeliveredIdentity | null>();
      for (const number of new Set(places.map(({ delivery }) => delivery))) {
        const { rows } = await sql<{ id: string }>`select id from delivery where number = ${number}`.execute(
          database,
        );
        const [receipt] = rows;
        if (!receipt) continue;
        const lines = places.flatMap(({ delivery, line }) => (delivery === number ? [line] : []));
        for (const [line, { raw }] of await openRows(database, sealer, { number, id: receipt.id }, lines))
          found.set(`${number} ${line}`, identityOf(line, raw));
      }
      return places.map(({ delivery, line }) => found.get(`${delivery} ${line}`) ?? null);
    }),
  );

function identityOf(line: number, raw: string): DeliveredIdentity | null {
  const row = readJsonLine(raw, line);
  if (!('values' in row)) return null;
  const { name = null, id_number, credit_code, birth_date = null, phone = null } = row.values;
  return { name, identifier: id_number ?? credit_code ?? null, birthDate: birth_date, phone };
}

function isPlace(value: unknown): value is Place {
  return (
    typeof value === 'object' &&
    value !== null &&
    'delivery' in value &&
    typeof value.delivery === 'number' &&
    'line' in value &&
    typeof value.line === 'number'
  );
}
