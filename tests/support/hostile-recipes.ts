import type { FaultReason } from '../../subgraphs/integrity/domain/row-fault.ts';
import { closeNumber, numberOf as numberOfDay } from './register-person.ts';

/** The day on which the rows are delivered. */
export const hostileToday = '2026-11-01';

export interface HostilePerson {
  readonly personId: string;
  readonly name: string;
  readonly number: string | null;
  readonly birthDate: string;
  readonly mobile: string | null;
  readonly isDeceased: boolean;
  /** Another living person of the same name and day of birth. */
  readonly twinId?: string;
}

export type LinkMethod = 'CERTAIN' | 'NAME_MISMATCH' | 'PROBABLE' | 'CONFLICT' | 'NO_MATCH';

export type Fate =
  | {
      readonly kind: 'ACCEPTED';
      readonly method: LinkMethod;
      /** Null where nobody is meant. */
      readonly personId: string | null;
      /** Who may be meant as well. */
      readonly twinId?: string | undefined;
    }
  | { readonly kind: 'QUARANTINED'; readonly reason: FaultReason }
  /** Accepted, and no longer what is in force: a later row of the file says something else of the same record. */
  | { readonly kind: 'SUPERSEDED' }
  /** The very same row once more: it changes nothing. */
  | { readonly kind: 'UNCHANGED' }
  | { readonly kind: 'WITHDRAWN' }
  /** Older than what is there. */
  | { readonly kind: 'OUTDATED' }
  /** A withdrawal of what was never delivered. */
  | { readonly kind: 'NOTHING_TO_WITHDRAW' }
  /** Under an id that the department has delivered as another type before. */
  | { readonly kind: 'OTHER_TYPE' };

export type Values = Readonly<Record<string, string>>;
export type Draw = (limit: number, salt: number) => number;

export interface HostileRow {
  readonly recipe: string;
  readonly values: Values;
  readonly fate: Fate;
}

interface Given {
  readonly person: HostilePerson;
  /** Somebody else. */
  readonly other: HostilePerson;
  readonly index: number;
  readonly draw: Draw;
}

export interface Recipe {
  readonly name: string;
  readonly asks: 'LIVING' | 'DEAD' | 'TWIN';
  readonly make: (given: Given) => readonly Omit<HostileRow, 'recipe'>[];
}

const levels = ['轻微', '一般', '严重', 'MINOR', 'GENERAL', 'SERIOUS'];

/** A row with nothing wrong about a person. */
export function base({ person, index, draw }: Given): Values {
  const day = `2026-${String(1 + draw(9, 1)).padStart(2, '0')}-${String(1 + draw(28, 2)).padStart(2, '0')}`;
  return {
    source_id: `H-${index}`,
    name: person.name,
    id_number: person.number ?? '',
    title: `未按规定公示年度报告 ${index}`,
    level: levels[draw(levels.length, 3)] ?? '一般',
    decided_on: day,
    document_number: `龙市监罚〔2026〕${index}号`,
    legal_basis: '《企业信息公示暂行条例》第十七条',
    as_of: '2026-10-01',
  };
}

type Change = (values: Values, given: Given) => Values;

const linked = (
  name: string,
  method: LinkMethod,
  change: Change,
  asks: Recipe['asks'] = 'LIVING',
): Recipe => ({
  name,
  asks,
  make: (given) => [
    {
      values: { ...base(given), ...change(base(given), given) },
      fate: {
        kind: 'ACCEPTED',
        method,
        personId: method === 'NO_MATCH' ? null : given.person.personId,
        ...(asks === 'TWIN' && method === 'PROBABLE' ? { twinId: given.person.twinId } : {}),
      },
    },
  ],
});

const certain = (name: string, change: Change): Recipe => linked(name, 'CERTAIN', change);

const refused = (name: string, reason: FaultReason, change: Change): Recipe => ({
  name,
  asks: 'LIVING',
  make: (given) => [
    { values: { ...base(given), ...change(base(given), given) }, fate: { kind: 'QUARANTINED', reason } },
  ],
});

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const wrongCheck = (number: string): string => number.slice(0, 17) + (number.endsWith('1') ? '2' : '1');
const close = closeNumber;
/** Numbers are given out since 1984: nobody who was born in the 1850s has one, whatever the area. */
const nobody = (area: string, { index }: Given): string =>
  close(
    `${area}185${index % 10}0${1 + (index % 9)}${10 + (index % 19)}${String(index % 1000).padStart(3, '0')}`,
  );
const old = (number: string): string =>
  number.startsWith('19', 6) ? number.slice(0, 6) + number.slice(8, 17) : number;
const numberOf = (values: Values): string => values['id_number'] ?? '';
const nameOf = (values: Values): string => values['name'] ?? '';
const titled = (name: string, title: string): Recipe => certain(name, () => ({ title }));

const accepted: readonly Recipe[] = [
  certain('nothing wrong', () => ({})),
  certain('number with a small x', (values) => ({ id_number: numberOf(values).toLowerCase() })),
  certain('number in full width', (values) => ({ id_number: fullWidth(numberOf(values)) })),
  certain('number of 15 digits', (values) => ({ id_number: old(numberOf(values)) })),
  certain('number and the same birth date', (_, { person }) => ({
    birth_date: person.birthDate.replaceAll('-', ''),
  })),
  certain('spaces around everything', (values) => ({
    id_number: ` ${numberOf(values)}\t`,
    source_id: `${values['source_id'] ?? ''} `,
  })),
  certain('space inside the name', (values) => ({ name: [...nameOf(values)].join(' ') })),
  certain('ideographic space inside the name', (values) => ({ name: [...nameOf(values)].join('　') })),
  certain('another point in the name', (values) => ({ name: nameOf(values).replace('·', ' • ') })),
  certain('days in Chinese', (values) => ({
    decided_on: (values['decided_on'] ?? '').replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日'),
  })),
  certain('days in full width', (values) => ({
    decided_on: fullWidth((values['decided_on'] ?? '').replaceAll('-', '')),
  })),
  certain('line breaks in a cell', () => ({ title: '第一行\r\n"第二行",第三' })),
  titled('formula as title', '=HYPERLINK("http://example.invalid","x")'),
  titled('full-width formula as title', '＝1+1'),
  titled('command as title', "-2+3+cmd|' /C calc'!A0"),
  titled('SQL as title', "'); drop table integrity.credit_record; --"),
  titled('GraphQL as title', '}}) { person(id: "cast-lin-meihua") { idNumber } }'),
  titled('HTML as title', '<script>alert(1)</script><img src=x onerror=alert(1)>'),
  titled('COPY marker as title', '\\N'),
  titled('end of COPY as title', '\\.'),
  titled('backslashes as title', 'a\\tb\\\\c\\x41'),
  titled('template as title', '${jndi:ldap://example.invalid/a} {{7*7}} %s%n'),
  titled('path as title', '../../etc/passwd'),
  titled('emoji as title', '罚单🚫📄'),
  titled('rare characters as title', '𠮷野家𪚥违规'),
  titled('words null', 'NULL'),
  titled('words proto', '__proto__'),
  titled('citation of a law on disease', '违反《中华人民共和国传染病防治法》第五十二条'),
  linked('name differs by one character', 'NAME_MISMATCH', (values) => ({
    name: `${[...nameOf(values)].slice(0, -1).join('')}囍`,
  })),
  linked('name of two characters more', 'NAME_MISMATCH', (values) => ({ name: `${nameOf(values)}先生` })),
  linked('name in letters', 'NAME_MISMATCH', () => ({ name: 'ＬＩＮ Ｍｅｉｈｕａ' })),
  linked('number of a deceased', 'CONFLICT', () => ({}), 'DEAD'),
  linked('number of nobody', 'NO_MATCH', (_, given) => ({ id_number: nobody('359999', given) })),
  linked('number of an area that is no more', 'NO_MATCH', (_, given) => ({
    id_number: nobody('352601', given),
  })),
  linked('number of a county that is no more', 'NO_MATCH', (_, given) => ({
    id_number: nobody('350822', given),
  })),
  linked('second number of somebody', 'CONFLICT', (_, { person, index }) => ({
    id_number: numberOfDay(person.birthDate, 900 + (index % 100)),
    phone: person.mobile ?? '',
  })),
  linked('number of one of two of a name and day', 'CERTAIN', () => ({}), 'TWIN'),
  linked(
    'name and day of two living people',
    'PROBABLE',
    (_, { person }) => ({ id_number: '', birth_date: person.birthDate }),
    'TWIN',
  ),
  linked('name and birth date of nobody', 'NO_MATCH', () => ({
    id_number: '',
    name: '查无此人',
    birth_date: '1851-01-01',
  })),
  {
    name: 'name, birth date and telephone without a number',
    asks: 'LIVING',
    make: (given) => {
      const { name, birthDate, mobile, personId } = given.person;
      if (mobile === null) return [];
      const values = { ...base(given), id_number: '', name, birth_date: birthDate, phone: mobile };
      return [{ values, fate: { kind: 'ACCEPTED', method: 'PROBABLE', personId } }];
    },
  },
];

const quarantined: readonly Recipe[] = [
  refused('wrong check character', 'NOT_A_NUMBER', (values) => ({ id_number: wrongCheck(numberOf(values)) })),
  refused('17 characters', 'NOT_A_NUMBER', (values) => ({ id_number: numberOf(values).slice(0, 17) })),
  refused('19 characters', 'NOT_A_NUMBER', (values) => ({ id_number: `${numberOf(values)}0` })),
  refused('born on 30 February', 'NOT_A_NUMBER', () => ({ id_number: close('35999919850230001') })),
  refused('15 digits, 31 April', 'NOT_A_NUMBER', () => ({ id_number: '359999850431001' })),
  refused('born in the future', 'NOT_A_NUMBER', () => ({ id_number: close('35999920991231001') })),
  refused('area of no province', 'NOT_A_NUMBER', () => ({ id_number: close('99010519491231002') })),
  refused('number as a spreadsheet shows it', 'NOT_A_NUMBER', () => ({ id_number: '3.59999E+17' })),
  refused('number of 41 characters', 'TOO_LONG', (values) => ({
    id_number: numberOf(values).padEnd(41, '0'),
  })),
  refused('two digits changed places', 'NOT_A_NUMBER', (values) => ({
    id_number: swapLast(numberOf(values)),
  })),
  refused('masked number', 'NOT_A_NUMBER', (values) => ({
    id_number: numberOf(values).replace(/^(.{6}).{8}/, '$1********'),
  })),
  refused('name and number swapped', 'NOT_A_NUMBER', (values) => ({
    id_number: nameOf(values),
    name: numberOf(values),
  })),
  refused('title and day swapped', 'NOT_A_DATE', (values) => ({
    title: values['decided_on'] ?? '',
    decided_on: '年报',
  })),
  refused('another birth date', 'BIRTH_DATE_MISMATCH', () => ({ birth_date: '1850-01-01' })),
  refused('birth date to come', 'IN_FUTURE', () => ({ id_number: '', birth_date: '2027-01-01' })),
  refused('decided on 31 June', 'NOT_A_DATE', () => ({ decided_on: '2026-06-31' })),
  refused('decided on 29 February of a common year', 'NOT_A_DATE', () => ({ decided_on: '2025-02-29' })),
  refused('day as a serial', 'NOT_A_DATE', () => ({ decided_on: '46053' })),
  refused('day and month swapped', 'NOT_A_DATE', () => ({ decided_on: '31/01/2026' })),
  refused('decided tomorrow', 'IN_FUTURE', () => ({ decided_on: '2026-11-02' })),
  refused('ends before it begins', 'DATE_ORDER', () => ({
    decided_on: '2026-02-02',
    valid_until: '2026-02-01',
  })),
  refused('holds too long', 'TOO_LONG_VALIDITY', () => ({
    decided_on: '2026-02-02',
    valid_until: '2031-02-03',
  })),
  refused('no level', 'MISSING', () => ({ level: '' })),
  refused('unknown level', 'UNKNOWN_VALUE', () => ({ level: '特别严重' })),
  refused('unknown operation', 'UNKNOWN_VALUE', () => ({ operation: 'DELETE' })),
  refused('no source id', 'MISSING', () => ({ source_id: '' })),
  refused('no title', 'MISSING', () => ({ title: '　' })),
  refused('field of 10 kB', 'TOO_LONG', () => ({ title: '长'.repeat(10_000) })),
  refused('title of 201 characters', 'TOO_LONG', () => ({ title: '长'.repeat(201) })),
  refused('NUL', 'CONTROL_CHARACTER', () => ({ title: '公示\0年报' })),
  refused('bidi override', 'CONTROL_CHARACTER', () => ({ title: '罚款\u202e001\u202c元' })),
  refused('zero width in the name', 'CONTROL_CHARACTER', (values) => ({ name: `林\u200b${nameOf(values)}` })),
  refused('escape sequence', 'CONTROL_CHARACTER', () => ({ title: '\u001b[31m红' })),
  refused('no identity', 'NO_IDENTITY', () => ({ id_number: '', name: '' })),
  refused('a name alone', 'NO_IDENTITY', () => ({ id_number: '' })),
  refused('person and unit at once', 'TWO_IDENTITIES', () => ({ credit_code: '91350100M000100Y43' })),
  refused('wrong credit code', 'NOT_A_CREDIT_CODE', () => ({
    id_number: '',
    credit_code: '91350100M000100Y4Z',
  })),
  refused('telephone number of words', 'NOT_A_PHONE', () => ({ phone: '见附件' })),
  refused('as of tomorrow', 'IN_FUTURE', () => ({ as_of: '2026-11-02' })),
  refused('belief', 'PROHIBITED_CONTENT', () => ({ title: '当事人信奉佛教' })),
  refused('illness', 'PROHIBITED_CONTENT', () => ({ title: '当事人患有乙肝' })),
  refused('illness in full width', 'PROHIBITED_CONTENT', () => ({ title: 'ＨＩＶ阳性' })),
  refused('body', 'PROHIBITED_CONTENT', () => ({ title: '采集指纹与血型' })),
  refused('petition', 'PROHIBITED_CONTENT', () => ({ title: '多次越级上 访' })),
];

const swapLast = (number: string): string =>
  number.slice(0, 15) +
  (number[15] === number[16] ? '**' : `${number[16] ?? ''}${number[15] ?? ''}`) +
  number.slice(17);

/** Recipes of rows that stand by themselves. */
export const singleRows: readonly Recipe[] = [...accepted, ...quarantined];
