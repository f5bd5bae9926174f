import { createChoice, type Random } from '../random.ts';
import type { Sex } from '../names.ts';

/** A member of a dwelling before he has a name: what the family makes of him. */
export interface Role {
  /** GB/T 4761 code of the relation to the head. */
  readonly relation: string;
  readonly sex: Sex;
  readonly age: number;
  /** GB/T 2261.2. */
  readonly marital: string;
  /** Children bear the name of the household's man, or of the head where there is none. */
  readonly bearsFamilyName: boolean;
  /** Works or lies elsewhere: registered here, living nowhere in the city. */
  readonly isAway: boolean;
  readonly isDead: boolean;
  readonly leftBehind: 'CHILD' | 'WOMAN' | 'ELDER' | null;
}

const role = (relation: string, sex: Sex, age: number, marital: string, more: Partial<Role> = {}): Role => ({
  relation,
  sex,
  age,
  marital,
  bearsFamilyName: false,
  isAway: false,
  isDead: false,
  leftBehind: null,
  ...more,
});

const single = '10';
const married = '20';
const widowed = '30';
const divorced = '40';

const drawSex = (random: Random): Sex => (random.chance(0.53) ? 'MALE' : 'FEMALE');

const drawChildCount = createChoice([
  [1, 52],
  [2, 39],
  [3, 9],
]);

/** A wedded couple, the man first: he is the head, as in nine of ten registers. */
function couple(random: Random, low: number, high: number): readonly [Role, Role] {
  const age = random.between(low, high);
  const wife = Math.max(20, age - random.between(-1, 5));
  return [role('02', 'MALE', age, married, { bearsFamilyName: true }), role('12', 'FEMALE', wife, married)];
}

/** Children of a mother of this age who are still at home. */
function children(
  random: Random,
  motherAge: number,
  relations: readonly [string, string] = ['20', '30'],
): readonly Role[] {
  const born: Role[] = [];
  let age = motherAge - random.between(22, 31);
  for (let left = drawChildCount(random); left > 0 && age >= 0; left -= 1) {
    const sex = drawSex(random);
    const isAtHome = age < 23 || random.chance(0.3);
    const relation = sex === 'MALE' ? relations[0] : relations[1];
    if (isAtHome) born.push(role(relation, sex, age, single, { bearsFamilyName: true }));
    age -= random.between(2, 5);
  }
  return born;
}

function elders(random: Random, headAge: number): readonly Role[] {
  const father = headAge + random.between(23, 32);
  const mother = father - random.between(-1, 4);
  const both = father < 82 && random.chance(0.55);
  if (both) {
    return [
      role('51', 'MALE', father, married, { bearsFamilyName: true }),
      role('52', 'FEMALE', mother, married),
    ];
  }
  return random.chance(0.7)
    ? [role('52', 'FEMALE', Math.min(mother, 96), widowed)]
    : [role('51', 'MALE', Math.min(father, 94), widowed, { bearsFamilyName: true })];
}

const drawElderAge = createChoice<readonly [number, number]>([
  [[60, 64], 28],
  [[65, 69], 27],
  [[70, 74], 21],
  [[75, 79], 13],
  [[80, 84], 7],
  [[85, 95], 4],
]);

function elderAge(random: Random): number {
  const [low, high] = drawElderAge(random);
  return random.between(low, high);
}

const loneAdult = (random: Random): readonly Role[] => [
  role('02', drawSex(random), random.between(20, 46), random.chance(0.82) ? single : divorced),
];

function loneElder(random: Random): readonly Role[] {
  const sex = random.chance(0.62) ? 'FEMALE' : 'MALE';
  const age = elderAge(random);
  const alone = role('02', sex, age, widowed);
  // The register keeps the dead for some years: the marriage's other half, here and there.
  if (!random.chance(0.06)) return [alone];
  const [relation, other]: readonly [string, Sex] = sex === 'FEMALE' ? ['11', 'MALE'] : ['12', 'FEMALE'];
  return [alone, role(relation, other, Math.min(age + random.between(0, 4), 99), married, { isDead: true })];
}

function elderCouple(random: Random): readonly Role[] {
  const age = elderAge(random);
  return couple(random, age, age);
}

function family(random: Random): readonly Role[] {
  const pair = couple(random, 26, 54);
  return [...pair, ...children(random, pair[1].age)];
}

function loneParent(random: Random): readonly Role[] {
  const sex = random.chance(0.7) ? 'FEMALE' : 'MALE';
  const parent = role('02', sex, random.between(30, 54), random.chance(0.75) ? divorced : widowed);
  return [parent, ...children(random, parent.age)];
}

function threeGenerations(random: Random): readonly Role[] {
  const pair = couple(random, 27, 56);
  return [...pair, ...children(random, pair[1].age), ...elders(random, pair[0].age)];
}

function leftBehindChildren(random: Random): readonly Role[] {
  const [grandfather, grandmother] = couple(random, 50, 70);
  const father = Math.max(20, grandmother.age - random.between(22, 27));
  const grandchildren = children(random, Math.max(father, 24), ['41', '42'])
    .filter(({ age }) => age < 16)
    .map((child): Role => ({ ...child, leftBehind: 'CHILD' }));
  if (grandchildren.length === 0) return [grandfather, grandmother];
  const away = { isAway: true } as const;
  const son = role('20', 'MALE', father, married, { ...away, bearsFamilyName: true });
  return [
    grandfather,
    grandmother,
    ...grandchildren,
    son,
    role('38', 'FEMALE', Math.max(20, father - 2), married, away),
  ];
}

function leftBehindWoman(random: Random): readonly Role[] {
  const [husband, wife] = couple(random, 27, 50);
  const head: Role = { ...wife, relation: '02', leftBehind: 'WOMAN' };
  const own = children(random, wife.age).filter(({ age }) => age < 18);
  return [head, ...own, { ...husband, relation: '11', isAway: true }];
}

function leftBehindElders(random: Random): readonly Role[] {
  const old = random.chance(0.55) ? loneElder(random) : elderCouple(random);
  const stayed = old.map((elder): Role => (elder.isDead ? elder : { ...elder, leftBehind: 'ELDER' }));
  const head = stayed[0]?.age ?? 70;
  const child = role('20', 'MALE', Math.max(20, head - random.between(23, 30)), married, {
    bearsFamilyName: true,
    isAway: true,
  });
  return random.chance(0.5) ? [...stayed, child] : stayed;
}

const common = [
  [loneElder, 7],
  [elderCouple, 10],
  [loneParent, 4],
] as const;

const drawUrban = createChoice<(random: Random) => readonly Role[]>([
  ...common,
  [loneAdult, 9],
  [(random: Random) => couple(random, 24, 57), 13],
  [family, 42],
  [threeGenerations, 15],
]);

const drawRural = createChoice<(random: Random) => readonly Role[]>([
  ...common,
  [loneAdult, 7],
  [(random: Random) => couple(random, 24, 57), 9],
  [family, 28],
  [threeGenerations, 25],
  [leftBehindChildren, 6],
  [leftBehindWoman, 4],
  [leftBehindElders, 11],
]);

/** The people of a registered household, the head first. */
export const drawHousehold = (random: Random, isRural: boolean): readonly Role[] =>
  (isRural ? drawRural(random) : drawUrban(random))(random);

/** People from elsewhere under one roof; they are no household of the city's register. */
export function drawIncomers(random: Random): readonly Role[] {
  const point = random.next();
  if (point < 0.5) return [role('02', drawSex(random), random.between(18, 48), single)];
  const pair = couple(random, 23, 50);
  return point < 0.78 ? pair : [...pair, ...children(random, pair[1].age).filter(({ age }) => age < 18)];
}
