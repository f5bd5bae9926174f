/**
 * What a spreadsheet takes for a formula, its twins of full and of small width too, behind spaces, behind characters that it
 * drops when it reads (NUL among them), and behind apostrophes of our own.
 */
const formula = /^'*(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫])/u;

/** The cell with an apostrophe in front where a spreadsheet would run it. */
export const guardCell = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell);

/** The cell that `guardCell` was given: reading an export gives back what was delivered. */
export const unguardCell = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
