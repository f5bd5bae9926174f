import type { CastMember } from '../../seeds/cast-member.ts';
import { cast } from '../../seeds/cast.ts';
import { withClient } from '../../subgraphs/kit/database/roles.ts';
import type { Config } from '../../gateway/config.ts';
import { adminUrlOf } from './database.ts';

/** Somebody of the city with all that is his: where he lives, who deals with him there, and which department keeps him. */
export interface Side {
  /** Begins the ids of all rows that are made for him. */
  readonly mark: string;
  readonly person: CastMember;
  readonly area: string;
  readonly department: string;
  /** Who deals with him, by the name in the token. */
  readonly actor: string;
  /** What he is called in the ledger. */
  readonly reference: string;
}

const sideOf = (mark: string, person: CastMember, department: string): Side => ({
  mark,
  person,
  area: person.gridCode ?? '',
  department,
  actor: `actor of ${mark}`,
  reference: `reference-of-${mark}`,
});

/** Two people of different households, grids and departments, who have nothing to do with each other. */
export const sides = [
  sideOf('side-one', cast.linMeihua, 'D33'),
  sideOf('side-two', cast.huangJianjun, 'D08'),
] as const;

/** Puts a row of each of both into every table that names people and that the seeds leave empty for one of them. */
export async function settleTwoPeople(config: Config): Promise<void> {
  await withClient(adminUrlOf(config), async (client) => {
    for (const side of sides) for (const statement of rowsOf(side)) await client.query(statement);
  });
}

function rowsOf({ mark, person: { id }, area, department, actor, reference }: Side): readonly string[] {
  const review = `${mark}-review`;
  const subject = `${mark}-review-subject`;
  const body = JSON.stringify({
    access: mark,
    actor: { area, id: actor },
    kind: 'DISCLOSURE',
    person: reference,
  });
  return [
    `insert into persons.care_need values ('${mark}-need', '${id}', 'DISABILITY', 'A', 'OPEN', now())`,
    `insert into persons.service_register values ('${mark}-register', '${id}', 'K', current_date, null)`,
    `insert into persons.identifier_try values (sha256('${actor}'), '${id}', current_date, 1)`,
    `insert into grids.visit select '${mark}-visit', '${area}', min(id), '${id}', now(), 'K' from grids.grid_worker`,
    `insert into psych.appointment values ('${mark}-appointment', '${id}', 'C', 'K', 'S', now(), null)`,
    `insert into psych.follow_up values ('${id}', now(), current_date) on conflict do nothing`,
    ...['claim', 'point_entry', 'team_member', 'peace_household_head'].map(
      (table) => `insert into volunteers.${table} ${volunteering(table, mark)} from volunteers.volunteer v
        where v.person_id = '${id}' on conflict do nothing`,
    ),
    ...ofGovernance(mark, id, department, actor),
    `select governance.append_to_ledger('{ACCESS}', array[get_byte(sha256('${reference}'), 0) % 4], array['${body}'])`,
    `insert into integrity.subject (id, kind, person_id, name) values ('${mark}-subject', 'LEADER', '${id}', 'n')`,
    `insert into integrity.credit_record (id, version, recorded_at, department_code, source_record_id, content_hash, type_code,
       polarity, data_class, title, status, decided_on)
     select '${mark}-record', 1, now(), t.department_code, '${mark}', '', t.code, t.polarity, t.data_class, 't', 'RECORDED',
       current_date from integrity.record_type t where t.department_code = '${department}' order by t.code limit 1`,
    `insert into integrity.record_link (id, record_id, subject_id, method, score, linked_by, linked_at)
     values ('${mark}-link', '${mark}-record', '${mark}-subject', 'CERTAIN', 1, 'b', now())`,
    `insert into integrity.veto values ('${mark}-veto', '${mark}-subject', 'T1', current_date, 'm', current_date, current_date, 'a')`,
    `insert into integrity.record_act (id, record_id, version, department_code, act, actor, person_id, idempotency_key, reason, at)
     values ('${mark}-act', '${mark}-record', 1, '${department}', 'DISPUTE', '${actor}', '${id}', '${mark}', 'r', now())`,
    `insert into integrity.delivery (id, department_code, type_code, channel, idempotency_key, data_as_of, delivered_by, begun_at)
     values ('${mark}-delivery', '${department}', 't', 'FILE', '${mark}', now(), '${actor}', now())`,
    `insert into integrity.quarantined_row (id, delivery_number, department_code, type_code, line, faults, quarantined_at)
     select '${mark}-row', number, department_code, 't', 1, '[]', now() from integrity.delivery where id = '${mark}-delivery'`,
    `insert into integrity.link_candidate (id, record_id, record_version, department_code, delivery_number, line, method, reason,
       person_id, score, created_at)
     values ('${mark}-candidate', '${mark}-record', 1, '${department}', 1, 1, 'PROBABLE', 'r', '${id}', 0.5, now())`,
    `insert into integrity.review values ('${review}', '${actor}', '${mark}', '', 'PROMOTION', 'm', 'b', current_date, now(), 1, 1,
       '${area}', now(), 1)`,
    `insert into integrity.review_subject (id, review_id, ordinal, kind, person_id, name, is_minor, case_key, state, version,
       proposal, act, actor, acted_at)
     values ('${subject}', '${review}', 0, 'LEADER', '${id}', 'n', false, '${mark}', 'SIGNED', 1,
       'PASS', 'SUBMIT', '${actor}', now())`,
    `insert into integrity.review_answer (review_subject_id, department_code, state, basis, request_hash)
     values ('${subject}', '${department}', 'ANSWERED_NONE', 'b', ''), ('${subject}', 'D41', 'ANSWERED_NONE', 'b', '')`,
    `insert into integrity.review_finding (review_subject_id, place, rule, effect, basis_article)
     values ('${subject}', 0, 'r', 'e', 'a')`,
    `insert into integrity.review_ground values ('${mark}-record', '${subject}')`,
    `insert into integrity.review_decision (id, review_subject_id, outcome, reason, meeting_reference, missing, proposed_by,
       proposed_role, proposed_at, countersigned_by, countersigned_person, countersigned_at)
     values ('${mark}-decision', '${subject}', 'NO_VETO', 'r', 'm', '{}', '${actor}', 'r', now(), 'approver', 'p', now())`,
    `insert into integrity.review_later_record values ('${subject}', '${mark}-record', '${department}', now())`,
    `insert into integrity.review_fault values ('${subject}', '57014', 1, now(), now())`,
    `insert into integrity.review_appeal (id, review_subject_id, decision_id, actor, idempotency_key, reason, raised_at)
     values ('${mark}-appeal', '${subject}', '${mark}-decision', '${actor}', '${mark}', 'r', now())`,
  ];
}

/** The columns of a volunteer's rows. */
function volunteering(table: string, mark: string): string {
  if (table === 'claim')
    return `select '${mark}-claim', (select min(t.id) from volunteers.task t), v.id, 'CLAIMED', null, now(), 1`;
  if (table === 'point_entry') return `select '${mark}-entry', v.id, 1, 1, 'r', null, now()`;
  if (table === 'team_member')
    return `select (select min(t.id) from volunteers.team t), v.id, current_date, null`;
  return `select v.id, '350802001001', 1`;
}

function ofGovernance(mark: string, id: string, department: string, actor: string): readonly string[] {
  return [
    `insert into governance.consent_receipt values ('${mark}-consent', '${id}', '${mark}', '{}', 'p', '{}', now(), now() + interval '1 day',
       'e', now(), 'g')`,
    `insert into governance.break_glass (id, actor, idempotency_key, role, purpose, person_id, classes, minutes, reason_code, reason,
       opened_at, ends_at, review_due_on)
     values ('${mark}-glass', '${actor}', '${mark}', 'COUNSELLOR', 'CRISIS_RESPONSE', '${id}', '{}', 5, 'r', 'r', now(), now(),
       current_date)`,
    `insert into governance.notice values ('${mark}-notice', '${mark}-glass', '${department}', '{}', now())`,
    `insert into governance.delegation (id, delegator, idempotency_key, delegate, role, purposes, valid_from, valid_to, granted_at)
     values ('${mark}-delegation', '${actor}', '${mark}', 'deputy of ${mark}', 'GRID_LEADER', '{}', now(), now() + interval '1 day', now())`,
  ];
}
