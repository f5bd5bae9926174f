import type { CastMember } from '../cast-member.ts';
import { cast } from '../cast.ts';
import type { Row } from '../database/rows.ts';
import { creditCode } from '../numbers.ts';
import { recordTypes } from './catalogue.ts';
import type { Identify } from './identities.ts';
import { recordRows, type CreditRecord, type RecordVersion } from './records.ts';
import { subjectRow } from './subjects.ts';
import { vetoRow } from './vetoes.ts';

interface Told {
  readonly level?: CreditRecord['level'];
  readonly validUntil?: string;
  readonly versions?: readonly RecordVersion[];
  readonly title?: string;
}

const units = {
  construction: {
    id: 'cast-unit-construction',
    name: '示例城市建设管理处',
    code: creditCode('12359999', '00999951'),
  },
  mine: { id: 'cast-unit-mine', name: '示例矿业公司', code: creditCode('91359999', 'MA999952') },
  chemistry: { id: 'cast-unit-chemistry', name: '示例化工公司', code: creditCode('91359999', 'MA999953') },
} as const;

const version = (recordedAt: string, status: RecordVersion['status'], title: string): RecordVersion => ({
  recordedAt: `${recordedAt}T10:00:00+08:00`,
  status,
  title,
  repairedOn: status === 'REPAIRED' ? recordedAt : null,
  sealedOn: status === 'SEALED' ? recordedAt : null,
});

function record(
  member: CastMember,
  serial: number,
  typeCode: string,
  decidedOn: string,
  told: Told = {},
): CreditRecord {
  const type = recordTypes.get(typeCode);
  if (!type) throw new Error(`${typeCode} is not in the catalogue.`);
  const { level = null, validUntil = null, title = type.name } = told;
  return {
    id: `${member.id}-record-${serial}`,
    subjectId: `${member.id}-subject`,
    type,
    level,
    decidedOn,
    validUntil,
    publishedUntil: type.dataClass === 'CREDIT_PUBLIC' && level !== null ? validUntil : null,
    documentNumber: level === null ? null : `岩示例决〔${decidedOn.slice(0, 4)}〕${serial}号`,
    versions: told.versions ?? [version(decidedOn, 'RECORDED', title)],
  };
}

const { linMeihua, chenGuoqiang, chenXiaoyu, huangJianjun, xieWenbin, xieWenbing, guoHaitao } = cast;

/** From RECORDED on the day of the decision to what became of it. */
const became = (decidedOn: string, on: string, status: RecordVersion['status'], title: string): Told => ({
  versions: [version(decidedOn, 'RECORDED', title), version(on, status, title)],
});

const general = { level: 'GENERAL', validUntil: '2029-12-31' } as const;

const records: readonly CreditRecord[] = [
  record(linMeihua, 1, 'D04-HON', '2024-12-05', { title: '文明家庭' }),
  record(linMeihua, 2, 'D07-VOL', '2025-12-05', { title: '三星志愿者' }),
  record(linMeihua, 3, 'D13-CMT', '2026-02-10', { title: '信用承诺履行', validUntil: '2029-02-09' }),
  record(linMeihua, 4, 'D34-PEN', '2026-04-21', {
    level: 'MINOR',
    validUntil: '2029-04-20',
    title: '违规搭建处罚',
  }),
  record(linMeihua, 5, 'D14-TEA', '1990-07-01', { title: '小学教师资格' }),
  record(chenGuoqiang, 1, 'D28-BLD', '2023-06-14'),
  record(chenXiaoyu, 1, 'D14-EXM', '2026-01-18', {
    ...general,
    ...became('2026-01-18', '2026-01-19', 'SEALED', '考试违规'),
  }),
  record(huangJianjun, 1, 'D07-VOL', '2025-12-05', { title: '一星志愿者' }),
  record(xieWenbin, 1, 'D39-HON', '2025-04-28', { title: '五一劳动奖章' }),
  record(xieWenbing, 1, 'D22-OVL', '2026-05-06', general),
  record(guoHaitao, 1, 'D33-PEN', '2025-11-03', {
    ...general,
    versions: [
      version('2025-11-05', 'RECORDED', '虚假宣传'),
      version('2025-11-20', 'RECORDED', '虚假宣传处罚'),
    ],
  }),
  record(guoHaitao, 2, 'D10-TRF', '2026-07-02', {
    ...general,
    ...became('2026-07-02', '2026-09-15', 'DISPUTED', '交通重大违法'),
  }),
  record(guoHaitao, 3, 'D38-PEN', '2025-03-12', {
    ...general,
    ...became('2025-03-12', '2026-05-08', 'REPAIRED', '消防处罚'),
  }),
  record(guoHaitao, 4, 'D08-SXB', '2022-08-01', {
    level: 'SERIOUS',
    validUntil: '2024-07-31',
    ...became('2022-08-01', '2024-08-01', 'EXPIRED', '失信被执行人'),
  }),
  record(guoHaitao, 5, 'D37-TAX', '2025-09-09', {
    ...general,
    ...became('2025-09-09', '2025-12-01', 'REVOKED', '税收违法'),
  }),
  record(guoHaitao, 6, 'D08-JUD', '2024-02-20', {
    ...general,
    ...became('2024-02-20', '2026-01-05', 'SEALED', '生效刑事判决'),
  }),
  record(cast.chenJianguoOfZhangping, 1, 'D08-SXB', '2026-03-30', {
    level: 'SERIOUS',
    validUntil: '2028-03-29',
    title: '失信被执行人',
  }),
];

const leaders = [
  [cast.zhangWeimin, units.construction, '主要负责人', 'T3', '2026-07-15', '2027-07-14', null],
  [cast.laiShouren, units.mine, '主要负责人', 'T7', '2024-06-01', '2025-05-31', null],
  [cast.luZhengyi, units.chemistry, '分管负责人', 'T2', '2026-03-01', '2027-02-28', '2026-07-15'],
] as const;

/** The cast's subjects, records and vetoes. Gives each record once more to whoever counts them. */
export function* castIntegrityRows(identify: Identify): Generator<Row> {
  for (const { id, name, idNumber } of Object.values(cast)) {
    const subjectId = `${id}-subject`;
    const own = records.filter((told) => told.subjectId === subjectId);
    if (own.length > 0) yield subjectRow({ id: subjectId, kind: 'INDIVIDUAL', personId: id, name });
    for (const told of own) yield* recordRows(told, identify(idNumber));
  }
  for (const { id, name, code } of Object.values(units))
    yield subjectRow({ id, kind: 'UNIT', name, creditCode: code });
  yield castVeto(units.construction.id, 'T3', '2026-07-15', '2027-07-14', null);
  for (const [{ id, name }, unit, post, trigger, from, to, revokedOn] of leaders) {
    const subjectId = `${id}-leader`;
    yield subjectRow({ id: subjectId, kind: 'LEADER', personId: id, name, post, unitId: unit.id });
    yield castVeto(subjectId, trigger, from, to, revokedOn);
  }
}

const castVeto = (
  subjectId: string,
  trigger: string,
  from: string,
  to: string,
  revokedOn: string | null,
): Row => vetoRow({ id: `${subjectId}-veto`, subjectId, trigger, decidedOn: from, from, to, revokedOn });
