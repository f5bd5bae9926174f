import { Migration } from '@mikro-orm/migrations';

/**
 * Subjects that could not be carried on: one that fails whatever is tried waits by itself, and no longer takes those beside it
 * along. What is here is the register's housekeeping and no event of the case.
 */
export class Migration20261126ReviewFaults extends Migration {
  override up(): void {
    this.addSql(`
      create table review_fault (
        review_subject_id text collate "C" primary key references review_subject on delete cascade,
        error_class text not null,
        attempts integer not null,
        failed_at timestamptz not null,
        retry_at timestamptz not null
      )
    `);
    this.addSql('alter table review_fault enable row level security');
    this.addSql(`
      create policy review_fault_of_subject on review_fault to integrity_runtime
        using (exists (select from review_subject s where s.id = review_subject_id))
    `);
    this.addSql(
      'grant insert, update (error_class, attempts, failed_at, retry_at), delete on review_fault to integrity_runtime',
    );
  }
}
