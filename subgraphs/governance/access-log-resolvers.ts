import { getNamedType, isObjectType, type GraphQLResolveInfo } from 'graphql';
import type { SubgraphName } from '../../schema/registry.ts';
import { bitOf } from '../../schema/policy/predicates.ts';
import type { SubgraphContext } from '../kit/context.ts';
import type { LogCoverage } from '../kit/disclosures/coverage.ts';
import { badInput } from '../kit/errors.ts';
import type { LedgerNames } from '../kit/ledger/person-reference.ts';
import { readEntities } from '../kit/reads/entities.ts';
import { pageOf } from '../kit/reads/connection.ts';
import { selectionOf, type Selection } from '../kit/reads/selection.ts';
import type { OwnResolvers } from '../kit/schema.ts';
import { accessLog } from './access-log-reads.ts';
import { departmentByCode } from './department-read.ts';
import { isComplete, type CoverageOfDepartment } from './domain/coverage.ts';
import { organisationName } from './domain/organisation-name.ts';
import { askCoverage } from './ledger/ask-coverage.ts';
import { noteLook } from './note-look.ts';

type Arguments = Readonly<Record<string, unknown>>;
type Own = OwnResolvers[string][string];

/** What a log's fields need beside its rows. */
interface Asked {
  readonly first: number;
  /** Asks the departments at the first call, and never twice for one log. */
  readonly coverage: () => Promise<readonly CoverageOfDepartment[]>;
}

/** The person's own view of the ledger. */
export function createAccessLogResolvers(
  { personReference }: LedgerNames,
  coverage: LogCoverage<SubgraphName>,
): OwnResolvers {
  const asked = new WeakMap<object, Asked>();
  const read = async (
    person: string,
    args: Arguments,
    context: SubgraphContext,
    info: GraphQLResolveInfo,
  ): Promise<unknown> => {
    const [from, to] = [momentOf(args['from']), momentOf(args['to'])];
    if (from >= to) throw badInput('Argument "to": expected a moment after "from", found an earlier one.');
    const representation = {
      reference: personReference(person),
      person,
      from: from.toISOString(),
      to: to.toISOString(),
    };
    const selection = entriesOf(info, args);
    const log = await context.reads.load({ kind: 'entity', shape: accessLog, selection, representation });
    if (typeof log !== 'object' || log === null) return null;
    let answer: ReturnType<Asked['coverage']> | undefined;
    asked.set(log, {
      first: Number(args['first']),
      coverage: () => (answer ??= askCoverage(coverage, from)),
    });
    return log;
  };
  const coverageOfLog = async (log: object): Promise<readonly CoverageOfDepartment[]> =>
    (await asked.get(log)?.coverage()) ?? [];
  return {
    Query: {
      myAccessLog: (_parent, args: Arguments, context, info) => {
        const { person } = context.access.caller;
        if (person === undefined) return null;
        // A portal's look too.
        noteLook(person, 'ACCESS_LOG', bitOf('self'), context, info);
        return read(person, args, context, info);
      },
    },
    // The guard before it has decided by the record; the row says whose it is.
    Person: {
      accessLog: (parent, args: Arguments, context, info) =>
        read(String(parent[String(info.path.key)]), args, context, info),
    },
    AccessLog: {
      complete: async (parent) => isComplete(await coverageOfLog(parent)),
      coverage: coverageOfLog,
      entries: (parent, _args, _context, info) => {
        const lines = parent[String(info.path.key)];
        return pageOf(Array.isArray(lines) ? lines : [], asked.get(parent)?.first ?? 0);
      },
    },
    LogCoverage: {
      department: async ({ code }, _args, context, info) => {
        const [department] = await readEntities(context, info, departmentByCode, [code]);
        return department;
      },
    },
    AccessEntry: { organisation },
  };
}

/** The log's own rows: what is asked of the departments is no column. The page's arguments stand above the list. */
function entriesOf(info: GraphQLResolveInfo, { first, after }: Arguments): Selection {
  const type = getNamedType(info.returnType);
  if (!isObjectType(type)) throw new Error(`${info.fieldName} does not give a log`);
  return selectionOf(info, type)
    .filter(({ name }) => name !== 'complete' && name !== 'coverage')
    .map((field) => (field.name === 'entries' ? { ...field, args: { first, after } } : field));
}

const organisation: Own = (parent, _args, _context, info) => {
  const unit = parent[String(info.path.key)];
  if (typeof unit !== 'object' || unit === null) return null;
  const textOf = (member: string): string | null => {
    const value: unknown = Reflect.get(unit, member);
    return typeof value === 'string' ? value : null;
  };
  return organisationName({
    role: textOf('role'),
    department: textOf('department'),
    departmentName: textOf('departmentName'),
    area: textOf('area'),
    areaName: textOf('areaName'),
  });
};

/** A moment as the scalar gives it. */
const momentOf = (value: unknown): Date => (value instanceof Date ? value : new Date(String(value)));
