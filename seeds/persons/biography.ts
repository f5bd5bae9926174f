import type { GridKind } from '../city/city.ts';
import type { Member } from '../population/dwelling.ts';
import { createChoice, type Choice, type Random } from '../random.ts';

export interface Biography {
  /** GB/T 4658 */
  readonly education: string;
  /** GB/T 4762 */
  readonly politicalStatus: string;
  readonly occupation: string | null;
  readonly workplace: string | null;
}

const drawEducation: Readonly<Record<'young' | 'middle' | 'old', Choice<string>>> = {
  young: createChoice([
    ['20', 26],
    ['30', 24],
    ['40', 14],
    ['60', 14],
    ['70', 18],
    ['10', 2],
    ['80', 2],
  ]),
  middle: createChoice([
    ['70', 46],
    ['60', 16],
    ['30', 12],
    ['80', 11],
    ['20', 8],
    ['40', 6],
    ['14', 1],
  ]),
  old: createChoice([
    ['80', 52],
    ['70', 25],
    ['90', 14],
    ['60', 6],
    ['30', 2],
    ['20', 1],
  ]),
};

const drawAdultStatus = createChoice([
  ['13', 905],
  ['01', 78],
  ['12', 6],
  ['02', 3],
  ['05', 3],
  ['06', 2],
  ['07', 2],
  ['04', 1],
]);

type Work = readonly [occupation: string, workplace: string | null];

const drawUrbanWork = createChoice<Work>([
  [['商业、服务业人员', '示例百货商场'], 22],
  [['生产制造工人', '示例机械厂'], 18],
  [['个体经营者', null], 14],
  [['建筑工人', '示例建筑公司'], 8],
  [['驾驶员', '示例客运公司'], 6],
  [['专业技术人员', '示例设计院'], 8],
  [['教师', '示例学校'], 5],
  [['医护人员', '示例医院'], 4],
  [['机关、事业单位工作人员', '示例事务中心'], 6],
  [['快递员', '示例物流站'], 5],
  [['自由职业者', null], 4],
]);

const drawRuralWork = createChoice<Work>([
  [['务农', null], 48],
  [['建筑工人', '示例工程队'], 12],
  [['林业生产人员', '示例林场'], 8],
  [['个体经营者', null], 10],
  [['生产制造工人', '示例竹木加工厂'], 12],
  [['乡村医生', '示例卫生所'], 1],
  [['教师', '示例小学'], 2],
  [['村干部', '示例村部'], 2],
  [['养殖户', null], 5],
]);

/** Education, political status and work, as they go with age and place. */
export function tellBiography(random: Random, member: Member, gridKind: GridKind): Biography {
  const { age } = member;
  const education = educationAt(random, age);
  return {
    education,
    politicalStatus: politicalStatusAt(random, age),
    ...workAt(random, age, gridKind, education),
  };
}

function educationAt(random: Random, age: number): string {
  if (age < 12) return age < 6 ? '90' : '80';
  if (age < 15) return '80';
  if (age < 18) return '70';
  if (age < 40) return drawEducation.young(random);
  return age < 62 ? drawEducation.middle(random) : drawEducation.old(random);
}

function politicalStatusAt(random: Random, age: number): string {
  if (age < 14) return '13';
  if (age < 28 && random.chance(0.35)) return '03';
  // Nobody joins the party or another one before 18.
  return age < 18 ? '13' : drawAdultStatus(random);
}

function workAt(
  random: Random,
  age: number,
  gridKind: GridKind,
  education: string,
): Pick<Biography, 'occupation' | 'workplace'> {
  if (age < 3) return { occupation: null, workplace: null };
  if (age < 18) return { occupation: '学生', workplace: schoolAt(age) };
  if (age < 23 && ['20', '30'].includes(education)) return { occupation: '学生', workplace: '示例大学' };
  if (age >= 60 && (gridKind !== 'RURAL' || age >= 72)) return { occupation: '退休人员', workplace: null };
  if (random.chance(0.08)) return { occupation: null, workplace: null };
  const [occupation, workplace] = gridKind === 'RURAL' ? drawRuralWork(random) : drawUrbanWork(random);
  return { occupation, workplace };
}

function schoolAt(age: number): string {
  if (age < 6) return '示例幼儿园';
  if (age < 12) return '示例小学';
  return age < 15 ? '示例初级中学' : '示例高级中学';
}
