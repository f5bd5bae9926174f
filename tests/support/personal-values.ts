/** What of a person must never stand in a log. */
export interface PersonalValues {
  readonly name: string;
  readonly idNumber: string;
  readonly mobile: string | null;
}

/** Finds names, numbers and telephones of these people in a text of any length. */
export function findPersonalValues(text: string, people: readonly PersonalValues[]): readonly string[] {
  const names = new Set(people.map(({ name }) => name));
  const numbers = new Set(
    people.flatMap(({ idNumber, mobile }) => (mobile ? [idNumber, mobile] : [idNumber])),
  );
  const lengths = [...new Set([...names].map((name) => name.length))];
  const found = new Set<string>();
  for (const [run] of text.matchAll(/\p{Script=Han}{2,}/gu)) {
    for (const length of lengths) {
      for (let from = 0; from + length <= run.length; from += 1) {
        const part = run.slice(from, from + length);
        if (names.has(part)) found.add(part);
      }
    }
  }
  for (const [run] of text.matchAll(/\d{10,}X?/g)) {
    for (const length of [11, 18]) {
      for (let from = 0; from + length <= run.length; from += 1) {
        const part = run.slice(from, from + length);
        if (numbers.has(part)) found.add(part);
      }
    }
  }
  return [...found];
}
