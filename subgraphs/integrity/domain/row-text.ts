/**
 * What no cell may hold: control characters but tab and line breaks, marks that turn or hide text (bidi, zero width, soft
 * hyphen), non-characters, and halves of surrogate pairs, which no database keeps.
 */
const unseen =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** A class alone is three times as fast, and most text has none of it. */
const perhapsUnseen =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u00ad\u061c\u180e\u200b-\u206f\ud800-\udfff\ufeff\ufff9-\uffff]/;

export const hasUnseen = (text: string): boolean => perhapsUnseen.test(text) && unseen.test(text);

const han = /\p{Script=Han}/u;

/**
 * A name as it is compared: full-width letters folded, the points of minority names made one (`·`), spaces between Chinese
 * characters taken out and all others made one.
 */
export function foldName(raw: string): string {
  if (/^[\u4e00-\u9fff]*$/.test(raw)) return raw;
  const text = raw.normalize('NFKC').trim().replace(/\s+/g, ' ');
  if (!han.test(text)) return text;
  return text
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han}|[·•‧・∙⋅.])/gu, '')
    .replace(/(?<=[·•‧・∙⋅.]) (?=\p{Script=Han})/gu, '')
    .replace(/(?<=\p{Script=Han})[•‧・∙⋅.](?=\p{Script=Han})/gu, '·');
}

/** A line of text: breaks and tabs become a space. */
export const foldLine = (raw: string): string =>
  /[\t\r\n]/.test(raw) ? raw.replace(/\s*[\t\r\n]\s*/g, ' ') : raw;
