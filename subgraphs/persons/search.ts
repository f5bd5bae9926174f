import { sql } from 'kysely';
import { withinArea } from '../kit/reads/within-area.ts';
import { isShown, type Expression, type ReadScope, type Row } from '../kit/reads/shape.ts';
import { ageBands } from './domain/age-band.ts';
import { personRecord } from './record.ts';

/** Somebody who has not died: lists of people name the living. */
export const isLiving = (person: Row): Expression => sql`${person('death_date')} is null`;

/** The band of an age on a day. */
export function ageBandOf(birthDate: Expression, today: Expression): Expression {
  const cases = ageBands.map(
    ([band, from]) => sql`when ${birthDate} <= ${yearsBefore(today, from)} then ${sql.lit(band)}`,
  );
  return sql`case ${sql.join(cases, sql` `)} end`;
}

/**
 * All conditions of a search; those not given hold for everybody. A condition holds only for people of whom the caller may
 * read in clear what it asks about: else the search would tell what the answer masks.
 */
export function matchesSearch(person: Row, scope: ReadScope): Expression {
  const { args, today, access } = scope;
  const { area, name, ageFrom, ageTo, populationKind } = inputOf(args['input']);
  const bits = personRecord.bits(person, scope);
  const conditions = [isLiving(person), access.isPerhapsInArea(person('grid_code'))];
  const ask = (dataClass: string, condition: Expression): void => {
    conditions.push(isShown(access.shown(dataClass), bits), condition);
  };
  if (typeof area === 'string') ask('LOCALITY', withinArea(person('grid_code'), area));
  if (typeof name === 'string') ask('IDENTITY', beginsWith(person('name'), name.trim()));
  if (typeof ageFrom === 'number')
    ask('BIRTH_DATE', sql`${person('birth_date')} <= ${yearsBefore(today, ageFrom)}`);
  if (typeof ageTo === 'number')
    ask('BIRTH_DATE', sql`${person('birth_date')} > ${yearsBefore(today, ageTo + 1)}`);
  if (typeof populationKind === 'string')
    ask('POPULATION', sql`${person('population_kind')} = ${populationKind}`);
  return sql.join(conditions, sql` and `);
}

/** A range in "C" order, so that the index answers it and no character is a wild card. */
const beginsWith = (column: Expression, beginning: string): Expression =>
  sql`(${column} collate "C" >= ${beginning} and ${column} collate "C" < ${`${beginning}\u{10FFFF}`})`;

/** Whole years as people count them: who was born on 29 February is a year older on 1 March. */
const yearsBefore = (today: Expression, years: number): Expression =>
  sql`(${today} - make_interval(years => ${years}::int))`;

const inputOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
