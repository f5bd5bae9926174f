import { readFile, rm } from 'node:fs/promises';
import { urlOfDatabase, withClient } from '../../subgraphs/kit/database/roles.ts';
import { findPersonalValues, type PersonalValues } from './personal-values.ts';
import { testRun } from './test-run.ts';

/** Looks through everything that the run logged, then stops what it started. Fails the run when a log named somebody. */
export default async function tearDown(): Promise<void> {
  const found = await lookThroughLog();
  await testRun.postgres?.stop();
  if (testRun.dataDir) await rm(testRun.dataDir, { recursive: true, force: true });
  if (found.length > 0)
    throw new Error(`The suite logged names, numbers or telephones of ${found.length} people of the seed.`);
}

async function lookThroughLog(): Promise<readonly string[]> {
  const { postgres, logFile } = testRun;
  if (!postgres || logFile === undefined) return [];
  const text = await readFile(logFile, 'utf8');
  const people = await withClient(urlOfDatabase(postgres.urlOf(), 'hub_template'), async (client) => {
    const { rows } = await client.query<PersonalValues>(
      'select name, id_number as "idNumber", mobile from persons.person',
    );
    return rows;
  });
  if (text.length === 0 || people.length === 0) throw new Error('Nothing was logged, or nobody is known.');
  return findPersonalValues(text, people);
}
