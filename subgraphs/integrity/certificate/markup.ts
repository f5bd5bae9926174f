/** HTML that is safe to put into HTML. */
export interface Markup {
  readonly kind: 'markup';
  readonly html: string;
}

type Part = string | number | Markup | readonly Markup[];

/** HTML of a template: whatever is put in is text and becomes nothing else, unless it is markup itself. Not for attributes without quotes. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  kind: 'markup',
  html: String.raw({ raw: strings }, ...parts.map(print)),
});

function print(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part));
  return 'kind' in part ? part.html : part.map((one) => one.html).join('');
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/**
 * Characters that nobody sees, controls of direction above all, would let a page say something else than what was signed: they
 * stand there by their numbers.
 */
const escape = (text: string): string =>
  text
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (one) => `[U+${hexOf(one)}]`)
    .replace(/[&<>"']/g, (one) => entities.get(one) ?? one);

const hexOf = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** A text from outside: it runs in its own direction and not in that of its neighbours. */
export const said = (text: string | null): Markup => (text === null ? html`—` : html`<bdi>${text}</bdi>`);

/**
 * A text of several lines: they break where it breaks, and each runs in its own direction. For what people write at length;
 * a name or a number that breaks shows it by the number of the character.
 */
export const saidAtLength = (text: string): Markup =>
  html`${text.split(/\r\n|\n/).map((line, index) => html`${index === 0 ? '' : html`<br />`}${said(line)}`)}`;
