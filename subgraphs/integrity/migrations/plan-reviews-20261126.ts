import { Migration } from '@mikro-orm/migrations';

/**
 * Functions over lists of ids are planned for the list they get. After five calls on one connection PostgreSQL plans once for a
 * list of any length, guesses ten, and loops: a hundred subjects then took 5 s instead of 0.1 s, for as long as the process ran.
 * Not so the function that writes answers: under this setting each check of a foreign key would be planned anew too.
 */
export class Migration20261126PlanReviews extends Migration {
  override up(): void {
    for (const signature of [
      'review_snapshots(text[], text[])',
      'identify_subjects(jsonb)',
      'open_review_cases(text[])',
    ])
      this.addSql(`alter function ${signature} set plan_cache_mode = 'force_custom_plan'`);
  }
}
