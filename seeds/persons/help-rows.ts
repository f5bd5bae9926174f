import { isoOf, momentOf, seedDayNumber } from '../calendar.ts';
import type { Row } from '../database/rows.ts';
import { opaqueId } from '../opaque-id.ts';
import type { Member } from '../population/dwelling.ts';
import { createChoice, Random } from '../random.ts';

const drawYoungNeed = createChoice([
  ['EDUCATION', 6],
  ['PSYCH', 2],
  ['OTHER', 1],
]);
const drawAdultNeed = createChoice([
  ['JOB', 9],
  ['HOUSING', 4],
  ['MEDICAL', 5],
  ['LEGAL', 3],
  ['PSYCH', 2],
  ['OTHER', 2],
]);
const drawOldNeed = createChoice([
  ['MEDICAL', 10],
  ['HOUSING', 2],
  ['OTHER', 5],
  ['PSYCH', 1],
]);
const drawLevel = createChoice([
  ['LOW', 5],
  ['MEDIUM', 3],
  ['HIGH', 1],
]);
const drawStatus = createChoice([
  ['OPEN', 2],
  ['ASSIGNED', 3],
  ['CLOSED', 5],
]);

/** Needs for help and registers of help. There is no register of mental disorder, drugs or HIV, and none may be added. */
export function* helpRows(seedNumber: number, member: Member): Generator<Row> {
  if (!member.isPresent) return;
  const random = new Random(seedNumber, 'careNeed', member.index);
  const likelihood = needLikelihood(member);
  for (let serial = 0; serial < 3 && random.chance(likelihood); serial += 1) {
    yield {
      table: 'care_need',
      columns: {
        id: opaqueId('n', member.index * 4 + serial),
        person_id: member.id,
        kind: drawNeed(random, member.age),
        level: drawLevel(random),
        status: drawStatus(random),
        opened_at: momentOf(seedDayNumber - random.between(1, 700), random.between(480, 1050)),
      },
    };
  }
  yield* registerRows(random, member);
}

function needLikelihood({ leftBehind, age }: Member): number {
  if (leftBehind !== null) return 0.22;
  return age >= 70 ? 0.12 : 0.045;
}

function drawNeed(random: Random, age: number): string {
  if (age < 18) return drawYoungNeed(random);
  return age < 65 ? drawAdultNeed(random) : drawOldNeed(random);
}

function* registerRows(random: Random, member: Member): Generator<Row> {
  const kind = drawRegister(random.next(), member.age);
  if (kind === null) return;
  const since = seedDayNumber - random.between(20, 1400);
  // Community correction ends with the sentence, help after release after five years.
  const term = {
    CORRECTION: random.between(180, 1080),
    RESETTLEMENT: 1826,
    YOUTH: random.between(200, 1500),
  }[kind];
  const until = since + term;
  yield {
    table: 'service_register',
    columns: {
      id: opaqueId('g', member.index),
      person_id: member.id,
      kind,
      since: isoOf(since),
      until: kind === 'YOUTH' && until > seedDayNumber ? null : isoOf(until),
    },
  };
}

// Shares of those who can be concerned; of the whole population 0.05, 0.1 and 0.02 per cent.
function drawRegister(point: number, age: number): 'CORRECTION' | 'RESETTLEMENT' | 'YOUTH' | null {
  if (age >= 6 && age < 18) return point < 0.0016 ? 'YOUTH' : null;
  if (age < 18 || age > 75) return null;
  if (point < 0.0007) return 'CORRECTION';
  return point < 0.0021 ? 'RESETTLEMENT' : null;
}
