import type { City } from '../city/city.ts';
import type { Row } from '../database/rows.ts';
import { creditCode } from '../numbers.ts';
import { opaqueId } from '../opaque-id.ts';
import { dwellingsOf, type Member } from '../population/dwelling.ts';
import { Random } from '../random.ts';
import { departments } from './catalogue.ts';

interface Subject {
  readonly id: string;
  readonly kind: 'REGION' | 'UNIT' | 'LEADER' | 'INDIVIDUAL';
  readonly name: string;
  readonly personId?: string;
  readonly creditCode?: string;
  readonly divisionCode?: string;
  readonly post?: string;
  readonly unitId?: string;
}

export const subjectRow = (subject: Subject): Row => ({
  table: 'subject',
  columns: {
    id: subject.id,
    kind: subject.kind,
    person_id: subject.personId ?? null,
    credit_code: subject.creditCode ?? null,
    division_code: subject.divisionCode ?? null,
    post: subject.post ?? null,
    unit_id: subject.unitId ?? null,
    name: subject.name,
  },
});

const unitsAtFullScale = 9_000;
const fewestUnits = 240;
const industries = ['机械', '建材', '竹木', '食品', '物流', '矿业', '环保', '电子', '纺织', '农业'] as const;

export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string;
}

/** Companies of the seeds, registered under the area that no authority registers for. */
export function* unitsOf(city: City): Generator<Unit> {
  const count = Math.max(fewestUnits, Math.round(unitsAtFullScale * city.scale));
  for (let index = 0; index < count; index += 1) {
    const random = new Random(city.seedNumber, 'unit', index);
    const township = random.pick(city.townships);
    const number = String(index + 1).padStart(6, '0');
    yield {
      id: opaqueId('o', index),
      name: `${township.name}示例${random.pick(industries)}有限公司(${index + 1})`,
      creditCode: creditCode('91359999', `MA${number}`),
    };
  }
}

/** Regions are subjects at every level, departments are units as others are. */
export function* standingSubjectRows(city: City): Generator<Row> {
  for (const { code, name } of city.divisions) {
    yield subjectRow({ id: `region-${code}`, kind: 'REGION', name, divisionCode: code });
  }
  for (const { code, name, creditCode: uscc } of departments) {
    yield subjectRow({ id: `unit-${code}`, kind: 'UNIT', name, creditCode: uscc });
  }
}

export const leaderId = (index: number): string => opaqueId('m', index);

/** Sixty responsible leaders: residents of an age to lead, each of one of the first units. */
export function* leaderRows(city: City, units: readonly Unit[]): Generator<Row> {
  const posts = ['主要负责人', '分管负责人', '直接责任人'] as const;
  for (let index = 0; index < leaderCount; index += 1) {
    const person = findLeader(city, index);
    const unit = units[index % units.length];
    if (!person || !unit) throw new Error('The city has too few people for its leaders.');
    const post = posts[index % posts.length] ?? posts[0];
    yield subjectRow({
      id: leaderId(index),
      kind: 'LEADER',
      name: person.name,
      personId: person.id,
      post,
      unitId: unit.id,
    });
  }
}

const leaderCount = 60;

/** Each leader is looked for in a stretch of the city of his own, so that no two are the same person. */
function findLeader(city: City, index: number): Member | undefined {
  const stretch = Math.floor(city.grids.length / leaderCount);
  for (const grid of city.grids.slice(index * stretch, (index + 1) * stretch)) {
    for (const { members } of dwellingsOf(city, grid)) {
      const found = members.find(
        ({ isPresent, age, kind }) => isPresent && kind === 'REGISTERED' && age >= 33 && age <= 60,
      );
      if (found) return found;
    }
  }
  return undefined;
}
