import type { SubgraphSource } from '../federation/sources/subgraph-source.ts';
import type { CallContext } from './call.ts';

/** A consent that something in an answer was given by. */
export type UsedConsent = readonly [person: string, dataClass: string];

/** Whether all of these consents still hold. What cannot be found out does not hold: silence is never consent. */
export type RecheckConsents = (context: CallContext, used: readonly UsedConsent[]) => Promise<boolean>;

const query = `query ($persons: [ID!]!, $classes: [DataClass!]!) {
  consentsInForce(persons: $persons, classes: $classes) { person classes } }`;

/** An answer of so many persons is asked about in several questions. */
const mostPersons = 1_000;

/** Asks the consent register once more, after every department has answered and before the answer leaves. */
export function createConsentRecheck(register: SubgraphSource<CallContext>): RecheckConsents {
  const holding = async (context: CallContext, persons: readonly string[], classes: readonly string[]) => {
    const variables = JSON.stringify({ persons, classes });
    const reply = await register.ask({ query, operationName: undefined, variables, context });
    if (reply.kind === 'silent' || reply.answer.errors.length > 0) return [];
    const rows: unknown = reply.answer.data?.['consentsInForce'];
    return Array.isArray(rows) ? rows.flatMap(readRow) : [];
  };
  return async (context, used) => {
    const persons = [...new Set(used.map(([person]) => person))];
    const classes = [...new Set(used.map(([, dataClass]) => dataClass))];
    const holds = new Set<string>();
    for (let from = 0; from < persons.length; from += mostPersons) {
      for (const key of await holding(context, persons.slice(from, from + mostPersons), classes))
        holds.add(key);
    }
    return used.every(([person, dataClass]) => holds.has(`${person} ${dataClass}`));
  };
}

function readRow(row: unknown): readonly string[] {
  if (typeof row !== 'object' || row === null) return [];
  const person: unknown = Reflect.get(row, 'person');
  const classes: unknown = Reflect.get(row, 'classes');
  return Array.isArray(classes) ? classes.map((name) => `${String(person)} ${String(name)}`) : [];
}
