import { sql, type Kysely } from 'kysely';
import { advance, type Occasion } from './advance.ts';
import { act } from './subject-row.ts';

/** What is to be done to subjects when its time has come, to many at once or to one. */
interface Duty {
  /** Of `s`, a subject, and `r`, its review. */
  readonly due: (occasion: Occasion) => ReturnType<typeof sql>;
  readonly carry: (database: Kysely<unknown>, occasion: Occasion, ids: readonly string[]) => Promise<unknown>;
}

const collect: Duty = {
  due: () => sql`s.needs_collection and s.state in ('REQUESTED', 'REOPENED', 'COLLECTING')`,
  carry: (database, occasion, ids) => advance(database, occasion, ids),
};

const lapse: Duty = {
  due: ({ now }) => sql`s.state = 'COLLECTING' and r.deadline <= ${now.toISOString()}::timestamptz`,
  carry: (database, occasion, ids) => advance(database, occasion, ids),
};

const owing = ({
  now,
}: Occasion): ReturnType<typeof sql> => sql`a.review_subject_id = s.id and a.reminded_at is null
  and a.due_at between ${now.toISOString()}::timestamptz and ${now.toISOString()}::timestamptz + interval '1 day'`;

/** Once, a day before the deadline. */
const remind: Duty = {
  due: (occasion) =>
    sql`s.state = 'COLLECTING' and exists (select from review_answer a where ${owing(occasion)})`,
  carry: async (database, occasion, ids) => {
    await sql`update review_answer a set reminded_at = ${occasion.now.toISOString()} from review_subject s
      where s.id = any(${[...ids]}::text[]) and ${owing(occasion)}`.execute(database);
    await act(database, 'REMIND', occasion, ids);
  },
};

const present: Duty = {
  due: ({ today }) => sql`s.state = 'PRE_NOTICE' and s.notice_until < ${today}::date`,
  carry: (database, occasion, ids) => act(database, 'PRESENT', occasion, ids),
};

const expire: Duty = {
  due: ({ today }) => sql`s.state in ('SIGNED', 'UPHELD') and exists (select from review_decision d
    where d.review_subject_id = s.id and d.ended_at is null and d.expires_on < ${today}::date)`,
  carry: (database, occasion, ids) => act(database, 'EXPIRE', occasion, ids),
};

/** In the order they are done. */
export const duties: readonly Duty[] = [collect, lapse, remind, present, expire];

/** The next subjects that are due, locked; who failed waits for his time, and who is another's work is left to him. */
export async function takeDue(
  database: Kysely<unknown>,
  { due }: Duty,
  occasion: Occasion,
  most: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from review_subject s join review r on r.id = s.review_id where ${due(occasion)}
      and not exists (select from review_fault f where f.review_subject_id = s.id
        and f.retry_at > ${occasion.now.toISOString()}::timestamptz)
    order by s.review_id, s.ordinal limit ${most} for update of s skip locked`.execute(database);
  return rows.map(({ id }) => id);
}

/** The same of one of them; false where somebody else has done it, or is doing it. */
export async function takeOne(
  database: Kysely<unknown>,
  { due }: Duty,
  occasion: Occasion,
  id: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from review_subject s join review r on r.id = s.review_id where s.id = ${id} and ${due(occasion)}
    for update of s skip locked`.execute(database);
  return rows.length > 0;
}
