import { sql, type Kysely } from 'kysely';

interface Standing {
  readonly version: number;
  readonly state: string;
  readonly last_version: number | null;
  readonly last_state: string | null;
  readonly signatures: number;
  readonly signed: number;
}

/**
 * What of a subject's chain of events does not agree, a sentence each: with itself, with where the case stands, and with how
 * often it was signed. Events that are cut off at the end break no chain, so the case is held against its last one.
 */
export async function chainFaults(database: Kysely<unknown>, subjectId: string): Promise<readonly string[]> {
  return [...(await brokenEvents(database, subjectId)), ...(await standingFaults(database, subjectId))];
}

/** Events of a subject whose hash does not follow from the one before, or that are missing. */
async function brokenEvents(database: Kysely<unknown>, subjectId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ version: number }>`
    select e.version from (
      select e.*, lag(e.hash) over w as before, lag(e.version) over w as former
      from review_event e where e.review_subject_id = ${subjectId} window w as (order by e.version)) e
    where e.hash <> review_event_hash(e.before, (e.review_subject_id, e.version, e.at, e.act, e.from_state, e.to_state, e.actor,
      e.details, e.hash)::review_event) or e.version <> coalesce(e.former, 0) + 1`.execute(database);
  return rows.map(({ version }) => `Event ${version} does not follow from the one before it.`);
}

async function standingFaults(database: Kysely<unknown>, subjectId: string): Promise<readonly string[]> {
  const { rows } = await sql<Standing>`
    select s.version, s.state, e.version as last_version, e.to_state as last_state,
      (select count(*)::integer from review_event c where c.review_subject_id = s.id and c.act = 'COUNTERSIGN') as signatures,
      (select count(*)::integer from review_decision d where d.review_subject_id = s.id and d.jws is not null) as signed
    from review_subject s left join lateral (select * from review_event v where v.review_subject_id = s.id
      order by v.version desc limit 1) e on true
    where s.id = ${subjectId}`.execute(database);
  return rows.flatMap(({ version, state, last_version, last_state, signatures, signed }) => [
    ...(version === last_version && state === last_state
      ? []
      : [
          `The case stands at ${version} in ${state}, and its last event is ${last_version ?? 'none'} in ${last_state ?? 'none'}.`,
        ]),
    ...(signatures === signed
      ? []
      : [`Signed ${signatures} times by its events, it has ${signed} signed decisions.`]),
  ]);
}
