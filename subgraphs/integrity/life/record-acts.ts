import { randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { SubgraphContext } from '../../kit/context.ts';
import { addWorkingDays } from '../../kit/domain/working-days.ts';
import { answerDays, transitionOf, type RecordAct } from '../domain/record-life.ts';

interface Fault {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

type Outcome = { readonly recordId: string } | { readonly userErrors: readonly Fault[] };

interface Asked {
  readonly idempotencyKey: string;
  readonly recordId: string;
  readonly reason: string;
}

/** What the register says when it does nothing. A record of somebody else is told from none by nothing at all. */
const refusals: Readonly<Record<string, readonly [message: string, field: string]>> = {
  NOT_FOUND: [
    'Expected the id of a record that is in force and the caller’s own, found another.',
    'recordId',
  ],
  NOT_NOW: ['Expected a record in a state from which this can be done, found another state.', 'recordId'],
  OWN_CASE: [
    'Expected somebody whom the record does not concern, found a person of the same household.',
    'recordId',
  ],
  KEY_ALREADY_USED: [
    'Expected the content this idempotency key was used with before, found another.',
    'idempotencyKey',
  ],
};

/** Does something to a record: its next version and the act's own entry, or nothing. */
export async function actOnRecord(
  database: Kysely<unknown>,
  { access, today }: Pick<SubgraphContext, 'access' | 'today'>,
  act: RecordAct,
  { idempotencyKey, recordId, reason }: Asked,
): Promise<Outcome> {
  const { from, to } = transitionOf(act);
  const { sub, person } = access.caller;
  const due = act === 'DISPUTE' ? addWorkingDays(today, answerDays) : null;
  const { rows } = await sql<{
    code: string;
  }>`select act_on_record(${`act-${randomBytes(10).toString('hex')}`},
    ${recordId}, ${act}, ${[...from]}::text[], ${to}, ${sub}, ${person ?? null}, ${idempotencyKey}, ${reason},
    ${due}::date) as code`.execute(database);
  const code = rows[0]?.code ?? 'NOT_FOUND';
  if (code === 'DONE') return { recordId };
  const [message, field] = refusals[code] ?? ['The register refused.', 'recordId'];
  return { userErrors: [{ code, message, path: ['input', field] }] };
}
