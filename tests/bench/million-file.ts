import { creditCode } from '../../seeds/numbers.ts';

/** Somebody of the register. */
export interface BenchPerson {
  readonly name: string;
  readonly number: string;
}

export const millionHeader =
  'source_id,operation,name,id_number,credit_code,title,level,decided_on,document_number';

/**
 * A row of the file: nine of ten are new, one corrects the row nine before; now and then one withdraws, has a day that no
 * calendar has, or names somebody otherwise than the register does, and each twentieth is of a unit that nobody knew.
 */
export function lineOf(index: number, people: readonly BenchPerson[]): string {
  const isUnit = index % 20 === 3;
  const { name = '', number = '' } = people[(index * 7_919) % people.length] ?? {};
  const [called, identifier] = isUnit
    ? [`示例公司${index}`, `,${creditCode('91359999', String(index).padStart(8, '0'))}`]
    : [index % 89 === 0 ? '示例改名' : name, `${number},`];
  const source = `m-${index % 10 === 9 ? index - 9 : index}`;
  const operation = index % 1_000 === 999 ? 'WITHDRAW' : '';
  const day = index % 97 === 0 ? '2026-02-30' : '2026-03-02';
  return `${source},${operation},${called},${identifier},处罚(示例)${index % 1_000},一般,${day},岩示例〔2026〕${index}号`;
}
