import { registry, type SubgraphName } from '../../../schema/registry.ts';
import type { LogCoverage, LogPeriod } from '../../kit/disclosures/coverage.ts';
import { coverageOf, type CoverageOfDepartment } from '../domain/coverage.ts';

/** How long a department has to tell of its log; the person who asks is waiting. */
const patienceMs = 1_000;

/** Asks every department for its log, all at once: whoever is silent holds nobody up. Never rejects. */
export function askCoverage(
  coverage: LogCoverage<SubgraphName>,
  from: Date,
): Promise<readonly CoverageOfDepartment[]> {
  return Promise.all(
    registry.map(async ({ name, owner }) => {
      const period = await within(patienceMs, async () => coverage(name));
      return coverageOf(owner, { period, checkedAt: new Date() }, from);
    }),
  );
}

/** Undefined for what fails or takes too long. */
async function within(
  ms: number,
  ask: () => Promise<LogPeriod | null>,
): Promise<LogPeriod | null | undefined> {
  const silence = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => silence.resolve(undefined), ms);
  try {
    return await Promise.race([ask(), silence.promise]);
  } catch {
    return undefined; // not reached, which is what is told
  } finally {
    clearTimeout(timer);
  }
}
