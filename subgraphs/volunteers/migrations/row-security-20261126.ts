import { Migration } from '@mikro-orm/migrations';

/**
 * The third line over what a volunteer takes on and where he belongs. Both name him, if by his number here only, and together
 * they tell where somebody is when. That they are counted over everybody was no reason to show them: the counts are told by
 * functions, which tell a number and nothing else.
 */
export class Migration20261126RowSecurity extends Migration {
  override up(): void {
    this.#count('claimed_count', 'task', 'select count(*) from claim c where c.task_id = task');
    this.#count(
      'member_count',
      'team',
      'select count(*) from team_member m where m.team_id = team and m.left_on is null',
    );
    for (const table of ['claim', 'team_member']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`
        create policy ${table}_of_admitted on ${table} for select to volunteers_runtime
          using (exists (select from volunteer v where v.id = volunteer_id))
      `);
    }
  }

  /** Past row security, as the owner. */
  #count(name: string, of: string, question: string): void {
    this.addSql(`
      create function ${name}(${of} text) returns bigint
        language sql stable strict security definer set search_path = volunteers, pg_temp
        as $$ ${question} $$
    `);
    this.addSql(`revoke all on function ${name}(text) from public`);
    this.addSql(`grant execute on function ${name}(text) to volunteers_runtime`);
  }
}
