/** What a delivered row may tell, in the order of exports. */
export const columns = [
  'source_id',
  'operation',
  'name',
  'id_number',
  'credit_code',
  'birth_date',
  'phone',
  'title',
  'level',
  'decided_on',
  'valid_until',
  'document_number',
  'legal_basis',
  'as_of',
] as const;

export type Column = (typeof columns)[number];

/** What no file can do without; a withdrawal leaves the other two empty. */
export const neededColumns: readonly Column[] = ['source_id', 'title', 'decided_on'];

const chineseNames: Readonly<Record<string, Column>> = {
  源记录编号: 'source_id',
  操作: 'operation',
  姓名: 'name',
  名称: 'name',
  '姓名/名称': 'name',
  身份证号: 'id_number',
  统一社会信用代码: 'credit_code',
  出生日期: 'birth_date',
  电话: 'phone',
  标题: 'title',
  等级: 'level',
  决定日期: 'decided_on',
  有效期至: 'valid_until',
  文号: 'document_number',
  法律依据: 'legal_basis',
  数据时间: 'as_of',
};

const byName: ReadonlyMap<string, Column> = new Map([
  ...columns.map((column) => [column, column] as const),
  ...Object.entries(chineseNames),
]);

/** The column that a header or key means, null where it means none. */
export function findColumn(header: string): Column | null {
  const exact = byName.get(header);
  return exact ?? byName.get(header.normalize('NFKC').trim().toLowerCase()) ?? null;
}
