import DataLoader from 'dataloader';
import { toWave } from './group.ts';
import { toReadFailure } from './read-failure.ts';
import type { Read } from './read.ts';
import type { RunValues } from './slot.ts';
import type { RunWave } from './statement.ts';

export type ReadLoader = DataLoader<Read, unknown>;

/**
 * The reads of one request. Everything that resolvers ask for in one turn of the event loop becomes **one** statement:
 * root fields and entities of all types alike. One loader per request: shared over requests it would show one caller
 * what another may see.
 */
export function createReadLoader(runWave: RunWave, values: Omit<RunValues, 'groups'>): ReadLoader {
  return new DataLoader<Read, unknown>((reads) => readWave(runWave, values, reads), { cache: false });
}

async function readWave(
  runWave: RunWave,
  values: Omit<RunValues, 'groups'>,
  reads: readonly Read[],
): Promise<unknown[]> {
  const wave = toWave(reads);
  const answers = await runWave(wave, values).catch((thrown: unknown) => {
    throw toReadFailure(thrown);
  });
  const results: unknown[] = reads.map(() => null);
  wave.roots.forEach(({ wantedBy }, index) => {
    results[wantedBy] = answers[index];
  });
  wave.groups.forEach(({ wantedBy }, index) => {
    for (const [position, object] of linesOf(answers[wave.roots.length + index])) {
      for (const reader of wantedBy[position - 1] ?? []) results[reader] = object;
    }
  });
  return results;
}

/** A key's position, counted from 1, and what was found of it. */
type Line = readonly [number, unknown];

const linesOf = (answer: unknown): readonly Line[] => (Array.isArray(answer) ? answer.filter(isLine) : []);

const isLine = (value: unknown): value is Line =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'number';
