import { sql, type Kysely } from 'kysely';
import {
  archiveFormat,
  type ArchivedCase,
  type ArchivePackage,
} from '../domain/certificate/archive-package.ts';
import { addMonths } from '../domain/review/months.ts';
import type { PublicKey } from '../certificate/verify-alone.mjs';
import { chainFaults } from './chain-faults.ts';
import { replay } from './replay.ts';

/** For how long the file of a review is kept, in years (档案法; 浙江省公共信用信息管理条例 §20): of a veto longer. */
const yearsKept = { veto: 30, other: 10 } as const;

/**
 * Makes the package of a subject whose case is closed. Throws on one that is open, that there is not, or that does not agree
 * with itself: what is signed here is believed for decades.
 */
export async function packSubject(
  database: Kysely<unknown>,
  { id, key }: { readonly id: string; readonly key: PublicKey },
): Promise<ArchivePackage> {
  const { rows } = await sql<{ file: ArchivedCase & { readonly closed_on: string | null } }>`
    select jsonb_build_object(
      'subject', to_jsonb(s) - 'snapshot' - 'subject_hmac' || jsonb_build_object('review', to_jsonb(r)),
      'answers', (select coalesce(jsonb_agg(to_jsonb(a) order by a.department_code), '[]') from review_answer a
        where a.review_subject_id = s.id),
      'findings', (select coalesce(jsonb_agg(to_jsonb(f) order by f.place), '[]') from review_finding f
        where f.review_subject_id = s.id),
      'decisions', (select coalesce(jsonb_agg(to_jsonb(d) order by d.proposed_at), '[]') from review_decision d
        where d.review_subject_id = s.id),
      'appeals', (select coalesce(jsonb_agg(to_jsonb(p) order by p.raised_at), '[]') from review_appeal p
        where p.review_subject_id = s.id),
      'events', (select coalesce(jsonb_agg(to_jsonb(e) order by e.version), '[]') from review_event e
        where e.review_subject_id = s.id),
      'closed_on', case when s.state in ('SIGNED', 'UPHELD', 'OVERTURNED', 'EXPIRED', 'SUPERSEDED', 'REVOKED')
        then (s.acted_at at time zone 'Asia/Shanghai')::date end) as file
    from review_subject s join review r on r.id = s.review_id where s.id = ${id}`.execute(database);
  const [row] = rows;
  if (!row) throw new Error('Expected the id of a subject of a review, found another.');
  const { closed_on, ...content } = row.file;
  if (closed_on === null) throw new Error('Expected a subject whose case is closed, found one that is open.');
  const replayed = await replay(database, { id, key });
  const faults = new Set([
    ...(await chainFaults(database, id)),
    ...replayed.flatMap((decision) => decision.faults),
  ]);
  if (faults.size > 0)
    throw new Error(`Expected a case that agrees with itself, found: ${[...faults].join(' ')}`);
  const isVeto = content.decisions.some(({ outcome }) => outcome === 'VETO');
  return {
    format: archiveFormat,
    keepUntil: addMonths(closed_on, 12 * (isVeto ? yearsKept.veto : yearsKept.other)),
    content,
  };
}
