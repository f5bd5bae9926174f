import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createCity } from '../../seeds/city/city.ts';
import type { Row, SeedContext, SubgraphSeed } from '../../seeds/database/rows.ts';
import { gridsSeed } from '../../seeds/grids/seed.ts';
import { integritySeed } from '../../seeds/integrity/seed.ts';
import { personsSeed } from '../../seeds/persons/seed.ts';
import { psychSeed } from '../../seeds/psych/seed.ts';
import { volunteersSeed } from '../../seeds/volunteers/seed.ts';

const seeds: readonly SubgraphSeed[] = [personsSeed, integritySeed, volunteersSeed, psychSeed, gridsSeed];

const contextOf = (seedNumber: number, now = '2026-11-20T03:00:00Z', scale = 0.002): SeedContext => ({
  city: createCity(seedNumber, scale),
  identifierKey: Buffer.alloc(32, 1),
  now: new Date(now),
});

/** A fingerprint per table. */
class Fingerprint {
  readonly #hashes = new Map<string, ReturnType<typeof createHash>>();

  add({ table, columns }: Row): void {
    const hash = this.#hashes.get(table) ?? createHash('sha256');
    this.#hashes.set(table, hash.update(JSON.stringify(Object.values(columns))));
  }

  digest(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.#hashes].map(([table, hash]) => [table, hash.digest('hex')]));
  }
}

function fingerprint(context: SeedContext): Readonly<Record<string, string>> {
  const print = new Fingerprint();
  for (const seed of seeds) for (const row of seed.rows(context)) print.add(row);
  return print.digest();
}

/** All departments at once, a row each in turn: what parallel loading comes to. */
function fingerprintInterleaved(context: SeedContext): Readonly<Record<string, string>> {
  const print = new Fingerprint();
  let running = seeds.map((seed) => seed.rows(context)[Symbol.iterator]());
  while (running.length > 0) {
    running = running.filter((rows) => {
      const { done, value } = rows.next();
      if (done !== true) print.add(value);
      return done !== true;
    });
  }
  return print.digest();
}

describe('the rows of the seeds', () => {
  const first = fingerprint(contextOf(20_260_901));

  it('are the same for the same seed number, whatever is generated beside them', () => {
    expect(fingerprintInterleaved(contextOf(20_260_901))).toEqual(first);
  });

  it('are others for another seed number', () => {
    const other = fingerprint(contextOf(1));
    const fixed = [
      'code_value',
      'division',
      'duty_item',
      'department',
      'record_type',
      'catalogue_version',
      'catalogue_item',
      'provider',
      'task_type',
    ];
    const same = Object.keys(first).filter((table) => first[table] === other[table]);
    expect(same.toSorted()).toEqual([...fixed, 'slot'].toSorted());
  });

  it('hang on the moment of loading only where they must: free slots and the age of deliveries', () => {
    const later = fingerprint(contextOf(20_260_901, '2027-02-01T03:00:00Z'));
    const moved = Object.keys(first).filter((table) => first[table] !== later[table]);
    expect(moved.toSorted()).toEqual(['feed', 'record_type', 'slot']);
  });

  it('name only tables that are loaded', () => {
    expect(Object.keys(first).toSorted()).toEqual(seeds.flatMap(({ tables }) => tables).toSorted());
  });
});

describe('the population of the seeds', () => {
  const people = [...personsSeed.rows(contextOf(20_260_901, undefined, 0.01))]
    .filter(({ table }) => table === 'person')
    .map(({ columns }) => columns);

  it('has about 27,200 people at scale 0.01, and somebody in every township', () => {
    expect(people.length).toBeGreaterThan(26_700);
    expect(people.length).toBeLessThan(27_700);
    const townships = new Set(
      people.map(({ grid_code: code }) => String(code ?? '').slice(0, 9)).filter((code) => code !== ''),
    );
    expect(townships.size).toBe(133);
  });

  it('gives nobody another’s id, citizen number or mobile number', () => {
    for (const column of ['id', 'id_number', 'mobile']) {
      const values = people.map((person) => person[column]).filter((value) => value !== null);
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it('gives nobody a marriage, a party or a trade before his time', () => {
    const born = (person: (typeof people)[number]): string => String(person['birth_date']);
    const children = people.filter((person) => born(person) > '2012-11-01');
    expect(children.length).toBeGreaterThan(3_000);
    expect(children.filter((person) => person['marital_status'] !== '10')).toEqual([]);
    expect(children.filter((person) => person['political_status'] !== '13')).toEqual([]);
    expect(people.filter((person) => born(person) > '2026-11-01')).toEqual([]);
  });

  it('has a realistic pyramid and shares of the kinds of population', () => {
    const share = (holds: (person: (typeof people)[number]) => boolean): number =>
      people.filter(holds).length / people.length;
    expect(share((person) => String(person['birth_date']) > '2011-11-01')).toBeCloseTo(0.16, 1);
    expect(share((person) => String(person['birth_date']) < '1966-11-01')).toBeCloseTo(0.19, 1);
    expect(share((person) => person['sex'] === 'MALE')).toBeCloseTo(0.5, 1);
    expect(share((person) => person['population_kind'] === 'REGISTERED')).toBeCloseTo(0.81, 1);
    expect(share((person) => person['population_kind'] === 'FLOATING')).toBeCloseTo(0.13, 1);
  });
});
