import { seedDayNumber } from '../calendar.ts';
import type { City } from '../city/city.ts';
import { opaqueId } from '../opaque-id.ts';
import { createChoice, Random } from '../random.ts';
import { taskTypes } from './task-types.ts';

export interface Task {
  readonly id: string;
  readonly typeCode: string;
  readonly points: number;
  readonly mode: 'ASSIGN' | 'GRAB';
  readonly state: 'DRAFT' | 'PUBLISHED' | 'CLOSED' | 'EXPIRED' | 'CANCELLED';
  readonly divisionCode: string;
  readonly slotCount: number;
  readonly startDay: number;
  readonly startMinute: number;
  readonly hours: number;
}

const tasksAtFullScale = 48_000;
const fewestTasks = 200;

const drawType = createChoice(
  taskTypes.map((type) => [type, ['01', '04', '11', '14', '18', '20'].includes(type.code) ? 3 : 1]),
);

// Streets and villages publish most of the work, counties now and then.
const drawReach = createChoice([
  [12, 55],
  [9, 38],
  [6, 7],
]);

const drawPastState = createChoice<Task['state']>([
  ['CLOSED', 90],
  ['EXPIRED', 6],
  ['CANCELLED', 4],
]);

/** The tasks that chance gives the city: two years of them, and those of the coming weeks. */
export function drawTasks(city: City): readonly Task[] {
  const count = Math.max(fewestTasks, Math.round(tasksAtFullScale * city.scale));
  return Array.from({ length: count }, (_, index) => drawTask(city, index));
}

function drawTask(city: City, index: number): Task {
  const random = new Random(city.seedNumber, 'task', index);
  const type = drawType(random);
  // A tenth lies around the seed day or ahead of it.
  const startDay = seedDayNumber + (random.chance(0.1) ? random.between(-6, 40) : -random.between(7, 730));
  return {
    id: opaqueId('k', index),
    typeCode: type.code,
    points: type.points,
    mode: random.chance(0.6) ? 'GRAB' : 'ASSIGN',
    state: drawState(random, startDay),
    divisionCode: random.pick(city.villages).code.slice(0, drawReach(random)),
    slotCount: random.between(2, 12),
    startDay,
    startMinute: 480 + 30 * random.below(22),
    hours: random.between(1, 4),
  };
}

function drawState(random: Random, startDay: number): Task['state'] {
  if (startDay >= seedDayNumber - 6) return random.chance(0.15) ? 'DRAFT' : 'PUBLISHED';
  return drawPastState(random);
}
