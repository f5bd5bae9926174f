import { createChoice, type Random } from './random.ts';

export type Sex = 'MALE' | 'FEMALE';

// Frequent in western Fujian; compound surnames too, because whatever masks or splits a name must know them.
const drawSurname = createChoice<string>([
  ...weigh('陈林黄张李刘王吴', 40),
  ...weigh('谢邱郭赖钟卢罗曾温江廖沈', 18),
  ...weigh('章丘游范简阙阮曹翁汤饶傅童戴胡俞修', 6),
  ...weigh('赵周徐孙马朱何高郑梁宋唐许韩冯邓彭蒋蔡潘', 5),
  ['上官', 4],
  ['欧阳', 3],
  ['司徒', 0.5],
  ['诸葛', 0.3],
]);

// Of the 畲 people, of whom two townships are named.
const drawSheSurname = createChoice<string>([
  ['蓝', 5],
  ['雷', 4],
  ['钟', 4],
]);

const givenNames = {
  MALE: {
    old: split('德福荣金水寿天文庆志', '生昌发旺才财根祥火光'),
    middle: split('建国志永伟文海明晓俊', '军平强华勇辉斌明峰东'),
    young: split('子宇浩俊梓睿奕铭嘉致', '轩涵然豪宸航泽阳凡远'),
  },
  FEMALE: {
    old: split('秀玉桂金凤春月素美兰', '英珍莲香娣妹招兰金娥'),
    middle: split('丽晓美雪海燕小志春秋', '萍红芳琴燕霞玲娟梅华'),
    young: split('梓雨欣诗佳思雅可若语', '涵怡萱琪彤妍馨宁瑶菲'),
  },
} as const;

export const surnameFor = (random: Random, ethnicity: string): string =>
  ethnicity === '22' ? drawSheSurname(random) : drawSurname(random);

/** A given name of one or two characters in the fashion of the generation. */
export function givenNameFor(random: Random, sex: Sex, age: number): string {
  const { first, second } = givenNames[sex][generationOf(age)];
  const last = random.pick(second);
  return random.chance(0.12) ? last : random.pick(first) + last;
}

function generationOf(age: number): 'old' | 'middle' | 'young' {
  if (age >= 58) return 'old';
  return age >= 24 ? 'middle' : 'young';
}

function weigh(characters: string, weight: number): readonly (readonly [string, number])[] {
  return Array.from(characters, (character) => [character, weight]);
}

function split(
  first: string,
  second: string,
): { readonly first: readonly string[]; readonly second: readonly string[] } {
  return { first: Array.from(first), second: Array.from(second) };
}
