/** What a mask leaves to be seen, and how it is put on. Lengths are constant, so that they tell nothing. */
interface Mask {
  /** Digits shown after the sixth: beside a date of birth they would leave one candidate (access to GB 11643's check digit). */
  readonly digitsAfterSixth: number;
  readonly put: (value: string) => string;
}

/** Surnames of two characters (百家姓): the rest of a name is what is masked. */
const compoundSurnames = new Set(
  '欧阳 上官 司马 诸葛 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 端木 夏侯 闻人 南宫 西门 独孤 轩辕'.split(
    ' ',
  ),
);

const masks = {
  NAME: {
    digitsAfterSixth: 0,
    put: (name) =>
      `${compoundSurnames.has(name.slice(0, 2)) ? name.slice(0, 2) : [...name].slice(0, 1).join('')}*`,
  },
  IDENTIFIER_AREA: { digitsAfterSixth: 0, put: (number) => `${number.slice(0, 6)}************` },
  IDENTIFIER_ENDS: {
    digitsAfterSixth: 4,
    put: (number) => `${number.slice(0, 6)}********${number.slice(-4)}`,
  },
  // Of a shorter one the same digits would be most of it.
  PHONE: {
    digitsAfterSixth: 0,
    put: (phone) => (phone.length < 11 ? '***********' : `${phone.slice(0, 3)}****${phone.slice(-4)}`),
  },
  ADDRESS: { digitsAfterSixth: 0, put: (address) => `${toCommunity(address)}****` },
} as const satisfies Readonly<Record<string, Mask>>;

export type MaskKind = keyof typeof masks;

export const isMaskKind = (value: unknown): value is MaskKind =>
  typeof value === 'string' && Object.hasOwn(masks, value);

/** Digits of a citizen number that a mask shows after the sixth. */
export const digitsAfterSixth = (kind: MaskKind): number => masks[kind].digitsAfterSixth;

/** A text as it may be seen under a mask; never the text itself, however short. */
export const mask = (kind: MaskKind, text: string): string => masks[kind].put(text);

/** An address down to the village or community; nothing of one in which none is named before the first digit of a door. */
const toCommunity = (address: string): string =>
  /^[^\d０-９]*?(?:社区|居委会|村委会|村)/u.exec(address)?.[0] ?? '';
