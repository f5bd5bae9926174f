/** What a spreadsheet takes for a formula, full-width twins too, behind spaces and behind apostrophes of our own. */
const formula = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/** The cell with an apostrophe in front where a spreadsheet would run it. */
export const guardCell = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell);

/** The cell that `guardCell` was given: reading an export gives back what was delivered. */
export const unguardCell = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
