/** How one variable is read: its text, or undefined when it is not set, becomes a value or a fault. */
export interface Variable<T> {
  readonly read: (text: string | undefined) => { readonly value: T } | { readonly expected: string };
}

type Fields = Readonly<Record<string, Variable<unknown>>>;
type Values<F> = { readonly [Name in keyof F]: F[Name] extends Variable<infer T> ? T : never };
type Read<Groups> = { readonly [Group in keyof Groups]: Values<Groups[Group]> };
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment once, in groups of variables: this is the only place that does. Throws one error that tells
 * **all** faults together; values are never repeated, because some are secrets. An empty variable counts as not set.
 */
export function readEnvironment<Groups extends Readonly<Record<string, Fields>>>(
  groups: Groups,
  environment: Environment = process.env,
): Read<Groups> {
  const faults: string[] = [];
  const readGroup = (fields: Fields) =>
    Object.entries(fields).map(([name, variable]): readonly [string, unknown] => {
      const given = environment[name] === '' ? undefined : environment[name];
      const result = variable.read(given);
      if ('value' in result) return [name, result.value];
      faults.push(
        `${name}: expected ${result.expected}, found ${given === undefined ? 'nothing' : 'something else'}`,
      );
      return [name, undefined];
    });
  const entries = Object.entries(groups).map(([group, fields]) => [
    group,
    Object.freeze(Object.fromEntries(readGroup(fields))),
  ]);
  if (faults.length > 0) throw new Error(`The environment is not right.\n${faults.join('\n')}`);
  return Object.freeze(Object.fromEntries(entries)) as Read<Groups>;
}

/** Any text; without a default it must be set. */
export const text = (fallback?: string): Variable<string> => ({
  read: (given) => withFallback(given, fallback, 'a text', (value) => value),
});

/** A variable that may be absent. */
export const optional = <T>(variable: Variable<T>): Variable<T | undefined> => ({
  read: (given) => (given === undefined ? { value: undefined } : variable.read(given)),
});

/** A number within bounds. */
export const number = (low: number, high: number, fallback?: number): Variable<number> => ({
  read: (given) =>
    withFallback(given, fallback, `a number from ${low} to ${high}`, (value) => {
      const parsed = Number(value);
      return Number.isFinite(parsed) && parsed >= low && parsed <= high ? parsed : undefined;
    }),
});

/** A TCP port; 0 lets the system choose. */
export const port = (fallback?: number): Variable<number> => ({
  read: (given) =>
    withFallback(given, fallback, 'a port from 0 to 65535', (value) =>
      /^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? Number(value) : undefined,
    ),
});

/** One of a closed list. */
export const choice = <const T extends string>(values: readonly T[], fallback?: T): Variable<T> => ({
  read: (given) =>
    withFallback(given, fallback, `one of ${values.join(', ')}`, (value) =>
      values.find((candidate) => candidate === value),
    ),
});

/** A URL of one of the schemes, for example `postgres`. */
export const url = (schemes: readonly string[], fallback?: string): Variable<string> => ({
  read: (given) =>
    withFallback(
      given,
      fallback,
      `a URL that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
      (value) =>
        URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)) ? value : undefined,
    ),
});

/** Bytes in hexadecimal, for keys. */
export const key = (bytes: number): Variable<Buffer> => ({
  read: (given) =>
    withFallback(given, undefined, `${bytes} bytes in hexadecimal`, (value) =>
      value.length === bytes * 2 && /^[0-9a-f]+$/i.test(value) ? Buffer.from(value, 'hex') : undefined,
    ),
});

function withFallback<T>(
  given: string | undefined,
  fallback: T | undefined,
  expected: string,
  parse: (value: string) => T | undefined,
): { readonly value: T } | { readonly expected: string } {
  const value = given === undefined ? fallback : parse(given);
  return value === undefined ? { expected } : { value };
}
