import { sql, type Kysely } from 'kysely';
import type { GraphQLSchema } from 'graphql';
import { createFormCheck } from '../../schema/form-check.ts';
import { loadTypeDefs } from '../../schema/load.ts';
import type { SubgraphName } from '../../schema/registry.ts';
import type { EntityClasses, MigrationClasses } from './database/orm.ts';
import { createExecutor, type SubgraphAnswer, type SubgraphRequest } from './execute.ts';
import type { Log } from './log.ts';
import { createReadLoader } from './reads/loader.ts';
import type { Shape } from './reads/shape.ts';
import { createStatements } from './reads/statement.ts';
import type { Rules } from './rules.ts';
import { buildSchema, type OwnResolvers } from './schema.ts';

/** What a department declares; the kit derives everything else. */
export interface SubgraphDefinition {
  readonly name: SubgraphName;
  readonly entities: EntityClasses;
  readonly migrations: MigrationClasses;
  readonly shapes: readonly Shape[];
  readonly resolvers: OwnResolvers;
  readonly rules: Rules;
  /** What must hold before the subgraph may answer; each throws when it does not. */
  readonly readinessChecks: readonly ((database: Kysely<unknown>) => Promise<void>)[];
}

/** What a running subgraph stands on. */
export interface SubgraphGround {
  /** The run-time role's database. */
  readonly database: Kysely<unknown>;
  readonly log: Log;
  readonly clock: () => Date;
}

/** A subgraph that answers, within this process or behind HTTP alike. */
export interface Subgraph {
  readonly name: SubgraphName;
  readonly schema: GraphQLSchema;
  /** Answers one operation; never throws. */
  readonly execute: (request: SubgraphRequest) => Promise<SubgraphAnswer>;
  /** Whether the database answers and holds the subgraph's tables. */
  readonly isReady: () => Promise<boolean>;
}

/** Builds a subgraph from its declaration; throws on what cannot be served (a field without class or read). */
export function createSubgraph(
  definition: SubgraphDefinition,
  { database, log, clock }: SubgraphGround,
): Subgraph {
  const { name, shapes, resolvers, rules, readinessChecks } = definition;
  const schema = buildSchema(name, shapes, resolvers, rules);
  const execute = createExecutor(schema, createFormCheck(schema, loadTypeDefs(name)), log);
  const runWave = createStatements(database);
  return {
    name,
    schema,
    execute: (request) => {
      const now = clock();
      const moment = { now, today: dayInCity(now) };
      return execute(request, { ...moment, reads: createReadLoader(runWave, moment) });
    },
    isReady: async () => {
      try {
        await sql`select from mikro_orm_migrations limit 1`.execute(database);
        await Promise.all(readinessChecks.map((check) => check(database)));
        return true;
      } catch (error) {
        log.warn({ err: error }, 'not ready');
        return false;
      }
    },
  };
}

/** The city's days are those of China's one time zone, wherever the process runs. */
const cityDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

const dayInCity = (moment: Date): string => cityDay.format(moment);
