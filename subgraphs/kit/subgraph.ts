import { hash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { GraphQLSchema } from 'graphql';
import { createFormCheck } from '../../schema/form-check.ts';
import { loadTypeDefs } from '../../schema/load.ts';
import { assertKeysAreOpen } from '../../schema/lint/protected-keys.ts';
import { assertPolicyFits } from '../../schema/policy/check.ts';
import { narrowingFields, readGraph, type AccessGraph } from '../../schema/policy/graph.ts';
import { rememberAccess } from '../../schema/policy/remember-access.ts';
import type { Policy } from '../../schema/policy.ts';
import type { SubgraphName } from '../../schema/registry.ts';
import { createCallAccess } from './access/call-access.ts';
import { createMutationCheck } from './access/mutation-check.ts';
import { createWrite } from './access/write.ts';
import type { Database, EntityClasses, MigrationClasses } from './database/orm.ts';
import { readCoverage, type LogPeriod } from './disclosures/coverage.ts';
import { createDisclosureLog } from './disclosures/disclosure-log.ts';
import { hubError } from './errors.ts';
import { createExecutor, type SubgraphAnswer, type SubgraphRequest } from './execute.ts';
import type { Log } from './log.ts';
import { createReadLoader } from './reads/loader.ts';
import type { Shape } from './reads/shape.ts';
import { createStatements } from './reads/statement.ts';
import type { Rules } from './rules.ts';
import { buildSchema, type OwnResolvers } from './schema.ts';
import { readTicket } from './ticket.ts';
import { createUsedTickets } from './used-tickets.ts';

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
  readonly database: Pick<Database, 'kysely' | 'reads'>;
  readonly log: Log;
  readonly clock: () => Date;
  /** What the gateway signs this subgraph's tickets with. */
  readonly ticketKey: Buffer;
  readonly policy: Policy;
}

/** How a request came: its body as it was signed, and its ticket. */
export interface Delivery {
  readonly ticket: string | undefined;
  readonly bytes: Uint8Array;
}

/** An answer, and the text that it is sent as. */
export interface WrittenAnswer {
  readonly answer: SubgraphAnswer;
  readonly text: string;
}

/** A subgraph that answers, within this process or behind HTTP alike. */
export interface Subgraph {
  readonly name: SubgraphName;
  readonly schema: GraphQLSchema;
  /** Answers one operation; never throws. Without a valid ticket the answer is UNAUTHENTICATED, to everything. */
  readonly execute: (request: SubgraphRequest, delivery: Delivery) => Promise<WrittenAnswer>;
  /** Writes what its log of disclosures still holds. */
  readonly close: () => Promise<void>;
  /** Whether the database answers and holds the subgraph's tables. */
  readonly isReady: () => Promise<boolean>;
  /** The period that its log of disclosures covers; null when it keeps none. Rejects when that cannot be told now. */
  readonly coverage: () => Promise<LogPeriod | null>;
}

/** Builds a subgraph from its declaration; throws on what cannot be served (a field without class or read). */
export function createSubgraph(
  definition: SubgraphDefinition,
  { database, log, clock, ticketKey, policy }: SubgraphGround,
): Subgraph {
  const { name, shapes, resolvers, rules, readinessChecks } = definition;
  const typeDefs = loadTypeDefs(name);
  const graph = readGraph(typeDefs, `subgraph ${name}`);
  assertPolicyFits(policy, graph, `subgraph ${name}`);
  assertKeysAreOpen(typeDefs, `subgraph ${name}`);
  const coordinates = new Set([
    ...narrowingFields(graph, policy.openClasses),
    ...fieldsOfOtherRecords(graph, shapes, policy),
  ]);
  const narrowing = [...graph.fields.values()].filter(({ coordinate }) => coordinates.has(coordinate));
  const schema = buildSchema(name, shapes, resolvers, rules, narrowing);
  const checkMutation = createMutationCheck(graph);
  const execute = createExecutor(schema, createFormCheck(schema, typeDefs), checkMutation, log);
  const runWave = createStatements(database, new Set(narrowing.map(({ coordinate }) => typeOf(coordinate))));
  const classes = [...new Set(narrowing.flatMap((field) => field.classes))];
  const personTypes = new Set(shapes.filter(({ record }) => record?.person).map(({ type }) => type));
  const accessOf = rememberAccess(policy);
  const used = createUsedTickets();
  const disclosures = createDisclosureLog(database.reads, log);
  return {
    name,
    schema,
    execute: async (request, delivery) => {
      const now = clock();
      const ticket = readTicket(ticketKey, name, delivery.ticket, delivery.bytes, now.getTime());
      if (!ticket || !used.take(ticket.jti, now.getTime())) return refused;
      if (!disclosures.hasRoom()) return unlogged;
      const { caller, purpose, caseReference, grants, breakGlass } = ticket;
      const call = {
        ...caller,
        purpose,
        hasCase: caseReference !== undefined,
        department: caller.department,
        glass: breakGlass?.classes,
      };
      const access = createCallAccess(
        { ...ticket, breakGlass },
        accessOf(call, grants),
        classes,
        personTypes,
      );
      const moment = { now, today: dayInCity(now), access };
      const reads = createReadLoader(runWave, moment);
      const write = createWrite(database.kysely, access, ticket);
      const written = inWriting(
        await execute(request, { ...moment, reads, write, requestId: ticket.requestId }),
      );
      const response = hash('sha256', written.text, 'base64url');
      disclosures.add({ ticket, at: now, response, notes: written.answer.extensions?.access ?? null });
      return written;
    },
    close: disclosures.close,
    coverage: () => readCoverage(database.reads, clock()),
    isReady: async () => {
      try {
        await sql`select from mikro_orm_migrations limit 1`.execute(database.kysely);
        await Promise.all(readinessChecks.map((check) => check(database.kysely)));
        return true;
      } catch (error) {
        log.warn({ err: error }, 'not ready');
        return false;
      }
    },
  };
}

const inWriting = (answer: SubgraphAnswer): WrittenAnswer => ({ answer, text: JSON.stringify(answer) });

/** One wording, whatever was wrong: a forger learns nothing. */
const refused = inWriting({
  errors: [hubError('UNAUTHENTICATED', 'Expected a valid ticket of the gateway.').toJSON()],
});

const unlogged = inWriting({
  errors: [
    hubError(
      'SUBGRAPH_UNAVAILABLE',
      'The department cannot log what it gives, so it gives nothing.',
    ).toJSON(),
  ],
});

/**
 * What leads to a row of another record implies nothing of it: a member of a household is a person of his own, however he was
 * come by. Where the class that admits the rows is the field's own, being there is the decision.
 */
function fieldsOfOtherRecords(
  graph: AccessGraph,
  shapes: readonly Shape[],
  policy: Policy,
): readonly string[] {
  const admittedBy = new Map(shapes.map(({ type, record }) => [type, record?.admittedBy]));
  return [...graph.fields.values()].flatMap(({ coordinate, classes }) => {
    const own = admittedBy.get(typeOf(coordinate));
    const isOpen = classes.some((name) => name === own || policy.openClasses.has(name));
    return own === undefined || isOpen ? [] : [coordinate];
  });
}

const typeOf = (coordinate: string): string => coordinate.split('.')[0] ?? '';

/** The city's days are those of China's one time zone, wherever the process runs. */
const cityDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

const dayInCity = (moment: Date): string => cityDay.format(moment);
