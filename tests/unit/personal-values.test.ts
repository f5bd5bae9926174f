import { expect, it } from '@jest/globals';
import { findPersonalValues } from '../support/personal-values.ts';

const people = [{ name: '欧阳淑琴', idNumber: '35080219900101001X', mobile: '13812345678' }];

it.each([
  ['{"msg":"查找欧阳淑琴失败"}', ['欧阳淑琴']],
  ['{"n":"35080219900101001X"}', ['35080219900101001X']],
  ['tel=+8613812345678;', ['13812345678']],
  ['{"level":30,"msg":"PostgreSQL is up"}', []],
  ['欧阳 淑琴 350802199001010 1381234567', []],
])('what a log must not say is found in %s', (line, found) => {
  expect(findPersonalValues(line, people)).toEqual(found);
});
