/** Puts a mask on. Lengths are constant, so that they tell nothing. */
type PutMask = (value: string) => string;

/** Surnames of two characters (百家姓): the rest of a name is what is masked. */
const compoundSurnames = new Set(
  '欧阳 上官 司马 诸葛 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 端木 夏侯 闻人 南宫 西门 独孤 轩辕'.split(
    ' ',
  ),
);

const masks = {
  NAME: (name) =>
    `${compoundSurnames.has(name.slice(0, 2)) ? name.slice(0, 2) : [...name].slice(0, 1).join('')}*`,
  IDENTIFIER_AREA: (number) => `${number.slice(0, 6)}************`,
  IDENTIFIER_ENDS: (number) => `${number.slice(0, 6)}********${number.slice(-4)}`,
  // Of a shorter one the same digits would be most of it.
  PHONE: (phone) => (phone.length < 11 ? '***********' : `${phone.slice(0, 3)}****${phone.slice(-4)}`),
  ADDRESS: (address) => `${toCommunity(address)}****`,
} as const satisfies Readonly<Record<string, PutMask>>;

export type MaskKind = keyof typeof masks;

export const isMaskKind = (value: unknown): value is MaskKind =>
  typeof value === 'string' && Object.hasOwn(masks, value);

/** A text as it may be seen under a mask; never the text itself, however short. */
export const mask = (kind: MaskKind, text: string): string => masks[kind](text);

const number = '350802199001011234';

/**
 * Digits of a citizen number that a mask shows after the sixth, whatever it was made for: beside a date of birth they would
 * leave one candidate (access to GB 11643's check digit). A digit is shown where another in its place looks different.
 */
export const digitsAfterSixth = (kind: MaskKind): number =>
  [...number.slice(6)].filter((_digit, place) => {
    const at = place + 6;
    return mask(kind, number) !== mask(kind, `${number.slice(0, at)}X${number.slice(at + 1)}`);
  }).length;

/** An address down to the village or community; nothing of one in which none is named before the first digit of a door. */
const toCommunity = (address: string): string =>
  /^[^\d０-９]*?(?:社区|居委会|村委会|村)/u.exec(address)?.[0] ?? '';
