import { createHash } from 'node:crypto';
import type { GraphQLResolveInfo } from 'graphql';
import { sql, type Kysely } from 'kysely';
import { plainField } from '../../schema/plan/half-answered.ts';
import { contributedBits } from '../kit/access/call-access.ts';
import type { SubgraphContext } from '../kit/context.ts';
import { isMinor } from './record.ts';

/** Three guesses of ten thousand: enough for a slip of the pen, too few to find out. */
const mostTries = 3;

interface Outcome {
  readonly isMatch?: boolean;
  readonly remainingTries?: number;
  readonly userErrors: readonly {
    readonly code: string;
    readonly message: string;
    readonly path: readonly string[];
  }[];
}

interface Found {
  readonly id_number: string;
  readonly grid_code: string | null;
  readonly is_minor: boolean;
}

/**
 * Compares the last four of somebody's number. A try is booked before it is compared, in the same transaction. Somebody
 * out of scope is answered like nobody.
 */
export async function verifyIdentifier(
  database: Kysely<unknown>,
  { access, today }: Pick<SubgraphContext, 'access' | 'today'>,
  { person, lastFour }: { readonly person: string; readonly lastFour: string },
  path: GraphQLResolveInfo['path'],
): Promise<Outcome> {
  if (!/^\d{3}[\dXx]$/.test(lastFour)) return refused(malformed);
  const row = Object.assign((column: string) => sql.ref(`p.${column}`), { table: sql.id('p') });
  const { rows } =
    await sql<Found>`select p.id_number, p.grid_code, ${isMinor(row, sql`${today}::date`)} as is_minor
    from person p where p.id = ${person}`.execute(database);
  const [found] = rows;
  if (!found) return refused(unknownPerson);
  const bits = contributedBits(access, { id: person, scopeArea: found.grid_code, isMinor: found.is_minor });
  const isShown = (dataClass: string): boolean =>
    ((access.policy.shownRecords(dataClass) >> BigInt(bits)) & 1n) === 1n;
  if (!isShown('PERSON') || !isShown('IDENTIFIER_CHECK')) return refused(unknownPerson);
  const tries = await bookTry(database, access.caller, person, today);
  // Whether a number is somebody's is told by either answer: it is seen in his log and counts like his portrait.
  const rule = access.policy.of(comparison, { bits, consented: [] }).row.id;
  access.report.see(person, rule, bits, { prev: path, key: 'isMatch', typename: 'Person' });
  if (tries === null) return { ...refused(tooMany), remainingTries: 0 };
  return {
    isMatch: found.id_number.slice(-4) === lastFour.toUpperCase(),
    remainingTries: mostTries - tries,
    userErrors: [],
  };
}

/** The number of this try; null when there are none left today. Whatever roles somebody is lent, his tries are his own. */
async function bookTry(
  database: Kysely<unknown>,
  { sub }: SubgraphContext['access']['caller'],
  person: string,
  today: string,
): Promise<number | null> {
  const actor = createHash('sha256').update(sub).digest();
  const { rows } = await sql<{ tries: number }>`
    insert into identifier_try (actor, person_id, tried_on, tries) values (${actor}, ${person}, ${today}::date, 1)
    on conflict (actor, person_id, tried_on) do update set tries = identifier_try.tries + 1
      where identifier_try.tries < ${mostTries}
    returning tries`.execute(database);
  return rows[0]?.tries ?? null;
}

/** What a comparison gives of a person, as something to be decided. */
const comparison = {
  ...plainField,
  coordinate: 'Mutation.verifyIdentifier',
  classes: ['IDENTIFIER_CHECK'],
} as const;

const refused = (error: Outcome['userErrors'][number]): Outcome => ({ userErrors: [error] });

const malformed = {
  code: 'MALFORMED',
  message: 'Expected three digits and a digit or X, found something else.',
  path: ['input', 'lastFour'],
} as const;
const unknownPerson = {
  code: 'NOT_FOUND',
  message: 'Expected a person of the register, found none.',
  path: ['input', 'person'],
} as const;
const tooMany = {
  code: 'NO_TRIES_LEFT',
  message: `Expected at most ${mostTries} tries a day, found more.`,
  path: ['input', 'person'],
} as const;
