import type { SubgraphName } from '../schema/registry.ts';
import { createCity } from './city/city.ts';
import type { Marker } from './database/marker.ts';
import type { SeedContext, SubgraphSeed } from './database/rows.ts';
import { fillSchema, inspectSchema, withOwner, type SchemaState } from './database/seed-schema.ts';
import { governanceSeed } from './governance/seed.ts';
import { gridsSeed } from './grids/seed.ts';
import { integritySeed } from './integrity/seed.ts';
import { personsSeed } from './persons/seed.ts';
import { psychSeed } from './psych/seed.ts';
import { volunteersSeed } from './volunteers/seed.ts';

/** The seed number of the data that README and tests speak of. */
export const defaultSeedNumber = 20_260_901;

export interface SeedOptions {
  /** Connection string of a subgraph's owner, whose search_path begins with the subgraph's schema. */
  readonly ownerUrl: (subgraph: SubgraphName) => string;
  /** The key that the persons subgraph hashes citizen numbers with. */
  readonly identifierKey: Buffer;
  /** Share of the population: 1 is 2.72 million people, 0.001 the least. */
  readonly scale: number;
  /** The moment of loading. */
  readonly now: Date;
  readonly seedNumber?: number;
  /** Throws away what is there; without it, other data is refused. */
  readonly isReplacing?: boolean;
  readonly onProgress?: (progress: SeedProgress) => void;
}

export interface SeedProgress {
  readonly subgraph: SubgraphName;
  readonly rows: number;
  /** Roughly; equal to `rows` once the subgraph is done. */
  readonly expectedRows: number;
  readonly isDone: boolean;
}

/** Rows per table of each subgraph that was loaded now; empty when everything was there already. */
export type SeedOutcome = Readonly<Partial<Record<SubgraphName, Readonly<Record<string, number>>>>>;

/** The database holds something else than was asked for. Its message says what to do and may be shown to the operator. */
export class SeedRefusedError extends Error {
  override readonly name = 'SeedRefusedError';
}

// The longest first: two are loaded at a time, and the last one alone should be a short one.
const seeds: readonly SubgraphSeed[] = [
  personsSeed,
  integritySeed,
  volunteersSeed,
  psychSeed,
  gridsSeed,
  governanceSeed,
];

// One computes while the other one's rows are written; more only took memory on two cores.
const laneCount = 2;

/**
 * Loads the synthetic city. Each subgraph is loaded whole or not at all, and one that holds the same data already is left
 * alone, so a start after a kill goes on with those that are missing. Other data is refused before anything is written.
 */
export async function loadSeeds(options: SeedOptions): Promise<SeedOutcome> {
  const { scale, seedNumber = defaultSeedNumber, isReplacing = false, identifierKey, now } = options;
  if (!(scale >= 0.001 && scale <= 1)) throw new SeedRefusedError('Expected a SEED_SCALE from 0.001 to 1.');
  const wanted: Marker = { scale, seedNumber };
  const loaded = isReplacing ? [] : await findLoaded(options, wanted);
  const waiting = seeds.filter((seed) => !loaded.includes(seed));
  if (waiting.length === 0) return {};
  const context: SeedContext = { city: createCity(seedNumber, scale), identifierKey, now };
  const outcome: Partial<Record<SubgraphName, Readonly<Record<string, number>>>> = {};
  const runLane = async (): Promise<void> => {
    for (let seed = waiting.shift(); seed; seed = waiting.shift()) {
      const counts = await loadOne(seed, options, context, isReplacing);
      if (counts) outcome[seed.name] = counts;
    }
  };
  await settleAll(Array.from({ length: laneCount }, runLane));
  return outcome;
}

async function loadOne(
  seed: SubgraphSeed,
  { ownerUrl, onProgress = () => undefined }: SeedOptions,
  context: SeedContext,
  isReplacing: boolean,
): Promise<Readonly<Record<string, number>> | null> {
  const subgraph = seed.name;
  const expected = seed.expectedRows(context.city);
  let rows = 0;
  const onBatch = (rowCount: number): void => {
    rows += rowCount;
    onProgress({ subgraph, rows, expectedRows: Math.max(expected, rows + 1), isDone: false });
  };
  // Behind the lock another starter may have finished the same load, which is then left alone.
  const mayLoad = (state: SchemaState): boolean => isReplacing || state.kind === 'EMPTY';
  const counts = await withOwner(ownerUrl(subgraph), subgraph, (client) =>
    fillSchema(client, seed, context, mayLoad, onBatch),
  );
  onProgress({ subgraph, rows, expectedRows: rows, isDone: true });
  return counts;
}

/** The seeds that are there already; throws where there is something else. */
async function findLoaded({ ownerUrl }: SeedOptions, wanted: Marker): Promise<readonly SubgraphSeed[]> {
  const loaded: SubgraphSeed[] = [];
  await settleAll(
    seeds.map((seed) =>
      withOwner(ownerUrl(seed.name), seed.name, async (client) => {
        const state = await inspectSchema(client, seed.tables);
        const refusal = describeRefusal(seed.name, state, wanted);
        if (refusal !== null) throw new SeedRefusedError(refusal);
        if (state.kind === 'LOADED') loaded.push(seed);
      }),
    ),
  );
  return loaded;
}

function describeRefusal(name: SubgraphName, state: SchemaState, wanted: Marker): string | null {
  const remedy = 'Run `npm run seed -- --replace` to throw the data away and load anew.';
  if (state.kind === 'EMPTY') return null;
  if (state.kind === 'FOREIGN')
    return `The table ${name}.${state.table} holds rows that no seeding put there. ${remedy}`;
  const { scale, seedNumber } = state.marker;
  if (scale === wanted.scale && seedNumber === wanted.seedNumber) return null;
  return (
    `${name} was seeded with SEED_SCALE=${scale} and seed number ${seedNumber}, asked for are SEED_SCALE=${wanted.scale} ` +
    `and ${wanted.seedNumber}. Start with the former, or: ${remedy}`
  );
}

/** Waits for all, so that no connection is still at work when the first fault is thrown. */
async function settleAll(works: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(works);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}
