import type { FileImport } from '../../subgraphs/integrity/delivery/import-file.ts';
import { askDatabase } from './database.ts';
import type { TestRegister } from './delivery.ts';
import { hostileToday } from './hostile-recipes.ts';

const header = 'source_id,operation,name,id_number,birth_date,title,level,decided_on,as_of,quarantine_id';

/** A file of rows. */
export const csv = (...rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`;

/** A row that speaks of somebody of the register, but for what is changed. */
export function rowOf(
  { people }: TestRegister,
  source: string,
  changed: Readonly<Record<string, string>> = {},
): string {
  const cells: Record<string, string> = {
    source_id: source,
    name: people[3]?.name ?? '',
    id_number: people[3]?.number ?? '',
    title: '处罚(示例)',
    level: '一般',
    decided_on: '2026-03-02',
    ...changed,
  };
  return header
    .split(',')
    .map((name) => `"${cells[name] ?? ''}"`)
    .join(',');
}

/** A file's import, as tests ask for it. */
export const importOf = (
  { ownerUrl, identifierKey }: TestRegister,
  file: string,
  format: 'CSV' | 'XLSX',
): FileImport => ({
  ownerUrl,
  identifierKey,
  department: 'D33',
  type: 'D33-PEN',
  file,
  format,
  encoding: 'AUTO',
  dataAsOf: new Date('2026-10-31T00:00:00+08:00'),
  isDry: false,
  actor: 'tests',
  today: hostileToday,
  onProgress: () => undefined,
});

/** A record as it is now. */
export const currentOf = async ({ config }: TestRegister, source: string) =>
  (
    await askDatabase<{ title: string; status: string; asOf: string }>(
      config,
      `select title, status, to_char(source_as_of at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "asOf"
       from integrity.credit_record where source_record_id = $1 and superseded_at is null`,
      [source],
    )
  )[0];
