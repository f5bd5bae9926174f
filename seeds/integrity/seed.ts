import { createSecretKey } from 'node:crypto';
import type { City } from '../city/city.ts';
import type { Row, SeedContext, SubgraphSeed } from '../database/rows.ts';
import { opaqueId } from '../opaque-id.ts';
import { hashNumber } from '../persons/person-rows.ts';
import { dwellingsOf, type Member } from '../population/dwelling.ts';
import { Random } from '../random.ts';
import { enrol, starsFor } from '../volunteers/enrolment.ts';
import { castIntegrityRows } from './cast-rows.ts';
import { departments, type RecordType } from './catalogue.ts';
import { drawRecord } from './draw-record.ts';
import { deliveredAsOf, feedRows } from './feeds.ts';
import { createDraw, frequency, personFrequencies, unitFrequencies, type Frequency } from './frequencies.ts';
import { createNumbers, type Identify } from './identities.ts';
import { recordRows } from './records.ts';
import { leaderRows, standingSubjectRows, subjectRow, unitsOf, type Unit } from './subjects.ts';
import { vetoRows } from './vetoes.ts';

export const integritySeed: SubgraphSeed = {
  name: 'integrity',
  tables: [
    'department',
    'record_type',
    'catalogue_version',
    'catalogue_item',
    'feed',
    'subject',
    'credit_record',
    'record_identity',
    'record_link',
    'veto',
  ],
  rows: integrityRows,
  expectedRows: ({ dwellingCount }) => Math.round(3_000 + dwellingCount * 0.88),
};

const drawPersonKind = createDraw(personFrequencies);
const drawUnitKind = createDraw(unitFrequencies);

function* integrityRows({ city, identifierKey, now }: SeedContext): Generator<Row> {
  const key = createSecretKey(identifierKey);
  const identify: Identify = (identifier) => hashNumber(key, identifier);
  yield* catalogueRows(now);
  const counts = new Map<string, number>();
  for (const row of subjectsAndRecords(city, identify)) {
    countCurrent(counts, row);
    yield row;
  }
  yield* feedRows(now, counts);
}

const firstVersion = { version: 1, published_on: '2026-01-01', note: '首版目录(演示数据)' };

function* catalogueRows(now: Date): Generator<Row> {
  yield { table: 'catalogue_version', columns: firstVersion };
  for (const [index, department] of departments.entries()) {
    const { code, name, answerMode, creditCode, types } = department;
    const asOf = deliveredAsOf(now, department, index)?.toISOString() ?? null;
    yield { table: 'department', columns: { code, name, answer_mode: answerMode, credit_code: creditCode } };
    for (const type of types) {
      const columns = typeColumns(type);
      yield { table: 'record_type', columns: { ...columns, data_as_of: asOf } };
      yield { table: 'catalogue_item', columns: { version: firstVersion.version, ...columns } };
    }
  }
}

const typeColumns = (type: RecordType): Row['columns'] => ({
  code: type.code,
  department_code: type.departmentCode,
  kind: type.kind,
  name: type.name,
  sharing: type.sharing,
  polarity: type.polarity,
  data_class: type.dataClass,
  answer_mode: type.answerMode,
  legal_basis: type.legalBasis,
  max_age_hours: type.maxAgeHours,
  look_back_months: type.lookBackMonths,
});

function countCurrent(counts: Map<string, number>, { table, columns }: Row): void {
  if (table !== 'credit_record' || columns['superseded_at'] !== null) return;
  const department = String(columns['department_code']);
  counts.set(department, (counts.get(department) ?? 0) + 1);
}

function* subjectsAndRecords(city: City, identify: Identify): Generator<Row> {
  const units = [...unitsOf(city)];
  yield* standingSubjectRows(city);
  for (const [index, unit] of units.entries()) yield* unitRows(city, unit, index, identify(unit.creditCode));
  yield* leaderRows(city, units);
  yield* castIntegrityRows(identify);
  yield* vetoRows(city, units);
  const starred = findStarred(city);
  const numberOf = createNumbers();
  for (const grid of city.grids) {
    for (const { members } of dwellingsOf(city, grid)) {
      for (const member of members) {
        const number = numberOf(member);
        if (member.deathDay === null)
          yield* personRows(city, member, starred.has(member.id), () => identify(number()));
      }
    }
  }
}

/** The volunteers' stars are on record here (D07), so they are those that the volunteer register gave. */
const starRecord = frequency('D07-VOL', 0, null);

const findStarred = (city: City): ReadonlySet<string> =>
  new Set(
    enrol(city).flatMap(({ personId, hours, isCast }) => (!isCast && starsFor(hours) > 0 ? [personId] : [])),
  );

const mostRecords = 4;

function* unitRows(
  city: City,
  { id, name, creditCode }: Unit,
  index: number,
  subjectHmac: Buffer,
): Generator<Row> {
  yield subjectRow({ id, kind: 'UNIT', name, creditCode });
  const random = new Random(city.seedNumber, 'credit', 2 ** 36 + index);
  for (let serial = 0; serial < mostRecords; serial += 1) {
    const kind = drawUnitKind(random);
    if (!kind) return;
    const recordId = opaqueId('r', 2 ** 36 + index * 8 + serial);
    yield* recordRows(drawRecord(random, recordId, { subjectId: id, age: null }, kind), subjectHmac);
  }
}

function* personRows(city: City, member: Member, isStarred: boolean, identity: () => Buffer): Generator<Row> {
  const { age, index, id, name } = member;
  if (age < 15) return;
  const random = new Random(city.seedNumber, 'credit', index);
  const kinds = drawKinds(random, age);
  if (isStarred) kinds.push(starRecord);
  if (kinds.length === 0) return;
  const subjectId = opaqueId('s', index);
  const subjectHmac = identity();
  yield subjectRow({ id: subjectId, kind: 'INDIVIDUAL', name, personId: id });
  for (const [serial, kind] of kinds.entries()) {
    yield* recordRows(
      drawRecord(random, opaqueId('r', index * 8 + serial), { subjectId, age }, kind),
      subjectHmac,
    );
  }
}

function drawKinds(random: Random, age: number): Frequency[] {
  const kinds: Frequency[] = [];
  while (kinds.length < mostRecords) {
    const kind = drawPersonKind(random);
    if (!kind || age < kind.youngest || age > kind.oldest) break;
    kinds.push(kind);
  }
  return kinds;
}
