/** How large an operation may be. All of it is counted before anything is planned, on the text and the parsed document. */
export interface Limits {
  /** Bytes of a request's body. */
  readonly bodyBytes: number;
  /** Words and signs of a document. */
  readonly tokens: number;
  /** Fields inside of fields. */
  readonly depth: number;
  /** Aliases as written. */
  readonly aliases: number;
  /** Characters of an alias: fragments repeat it, and answers do. */
  readonly aliasLength: number;
  /** Fields at the top of an operation, after expanding fragments. */
  readonly rootFields: number;
  /** Directives as written. */
  readonly directives: number;
  /** Fields of an operation, after expanding fragments. */
  readonly fields: number;
  /** Rows of all lists, pages inside of pages multiplied. */
  readonly rows: number;
}

/**
 * The largest operation of the contract, the portrait, has 1.5 kB, 214 tokens, 116 fields and 7 levels; its longest
 * document, the review's, 304 tokens. Each limit is several times what is honestly used.
 */
export const defaultLimits: Limits = {
  // A thousand records of a delivery are some 500 kB: the variables, not the document, make a body large.
  bodyBytes: 1024 * 1024,
  tokens: 2_000,
  // 12 would do for the contract. The introspection query of the usual tools goes down to 15.
  depth: 15,
  // Who asks for the same field more often than this asks for a list, and there is a list for it.
  aliases: 30,
  aliasLength: 64,
  rootFields: 20,
  directives: 50,
  fields: 1_000,
  // A portrait of a thousand people is 46,000 rows by this count, though hardly anybody's pages are full.
  rows: 100_000,
};
