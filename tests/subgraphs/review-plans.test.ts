import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Config } from '../../gateway/config.ts';
import { askDatabase, createTestDatabase } from '../support/database.ts';

let config: Config;
beforeAll(async () => {
  config = await createTestDatabase();
});

/** What a function over a list says of how it is planned. */
async function planOf(
  name: string,
): Promise<{ readonly settings: readonly string[]; readonly text: string }> {
  const [row] = await askDatabase<{ settings: string[] | null; text: string }>(
    config,
    `select proconfig as settings, prosrc as text from pg_proc
     where proname = $1 and pronamespace = 'integrity'::regnamespace`,
    [name],
  );
  if (!row) throw new Error(`The register has no function ${name}.`);
  return { settings: row.settings ?? [], text: row.text };
}

/** A plan that is made once for lists of any length took thirty times as long for a hundred subjects. */
describe('functions over lists of subjects', () => {
  it.each(['review_snapshots', 'identify_subjects', 'open_review_cases', 'doubted_by_rows'])(
    'are planned for the list at hand: %s',
    async (name) => {
      expect((await planOf(name)).settings).toContain('plan_cache_mode=force_custom_plan');
    },
  );

  it('are planned for the list at hand, but checks of foreign keys are not: collect_answers', async () => {
    const { settings, text } = await planOf('collect_answers');
    expect(settings.filter((one) => one.startsWith('plan_cache_mode'))).toEqual([]);
    expect(text).toMatch(/execute \$query\$\s+insert into review_answer/);
  });
});
