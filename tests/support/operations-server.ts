import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, { type InjectOptions } from 'fastify';
import { parse } from 'graphql';
import { createFormatError, type Failure } from '../../gateway/operations/format-error.ts';
import { createFormsPlugin } from '../../gateway/operations/forms.ts';
import { registerHealth } from '../../gateway/operations/health.ts';
import { answerNotFound, createHttpErrorHandler } from '../../gateway/operations/http-errors.ts';
import { createLimitsPlugin } from '../../gateway/operations/limits-plugin.ts';
import { defaultLimits, type Limits } from '../../schema/limits/limits.ts';
import { createReadiness } from '../../gateway/operations/readiness.ts';
import { createStatusPlugin } from '../../gateway/operations/status-plugin.ts';

export const sdl = `
  directive @form(kind: FormKind!, max: Int) on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
  enum FormKind { ID DEPARTMENT_CODE CITIZEN_NUMBER PAGE_SIZE CURSOR AGE TEXT }
  enum Sex { MALE FEMALE }
  type Query {
    person(id: ID! @form(kind: ID)): Person
    persons(ids: [ID!]! @form(kind: ID, max: 3)): [Person]
    personByIdNumber(idNumber: String! @form(kind: CITIZEN_NUMBER)): Person
    search(input: Search!): [Person]
    boom: String
    refused: String
  }
  type Person { id: ID!  name: String  friends(first: Int! @form(kind: PAGE_SIZE, max: 100), after: String @form(kind: CURSOR)): [Person!] }
  input Search { name: String @form(kind: TEXT, max: 5)  sex: Sex  ageFrom: Int @form(kind: AGE)  either: Either }
  input Either @oneOf { a: Int  b: Int }
  type Mutation { rename(id: ID! @form(kind: ID)): Person }
`;

export interface Answer {
  readonly status: number;
  readonly errors: readonly Readonly<Record<string, unknown>>[];
  readonly messages: readonly unknown[];
  readonly codes: readonly unknown[];
  readonly data: unknown;
  readonly text: string;
}

export type OperationsServer = Awaited<ReturnType<typeof startOperationsServer>>;

/** A server with everything of gateway/operations before a schema of its own; it listens nowhere. */
export const startOperationsServer = async (changed: Partial<Limits> = {}) => {
  const limits = { ...defaultLimits, ...changed };
  const failures: Failure[] = [];
  const resolved: string[] = [];
  const onInternal = (failure: Failure): void => void failures.push(failure);
  const resolve = (field: string, value: unknown) => () => (resolved.push(field), value);
  const apollo = new ApolloServer({
    typeDefs: sdl,
    resolvers: {
      Query: {
        person: resolve('person', { id: 'p1' }),
        persons: resolve('persons', []),
        personByIdNumber: resolve('personByIdNumber', null),
        search: resolve('search', []),
        boom: () => Promise.reject(new Error('select * from secret at 10.0.0.7')),
      },
      Mutation: { rename: resolve('rename', null) },
      Person: { friends: () => [] },
    },
    persistedQueries: false,
    csrfPrevention: true,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      createStatusPlugin(),
      createLimitsPlugin(limits),
      createFormsPlugin(parse(sdl)),
    ],
    formatError: createFormatError({ onInternal, createId: () => 'f1' }),
    logger: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  await apollo.start();
  const server = fastify({ bodyLimit: limits.bodyBytes });
  server.setErrorHandler(createHttpErrorHandler({ bodyBytes: limits.bodyBytes, onInternal }));
  server.setNotFoundHandler(answerNotFound);
  const readiness = createReadiness(['data', 'portrait']);
  registerHealth(server, readiness);
  server.get('/broken', () => Promise.reject(new Error('secret')));
  server.route({ method: ['GET', 'POST', 'PUT'], url: '/graphql', handler: fastifyApolloHandler(apollo) });

  const send = async (request: InjectOptions): Promise<Answer> => {
    const { statusCode, body } = await server.inject(request);
    const { errors = [], data } = JSON.parse(body);
    return {
      status: statusCode,
      errors,
      messages: errors.map(({ message }: { message: string }) => message),
      codes: errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code),
      data,
      text: body,
    };
  };
  return {
    failures,
    /** Root fields that were resolved. */
    resolved,
    readiness,
    server,
    send,
    ask: (query: string, variables: object = {}, operationName?: string) =>
      send({ method: 'POST', url: '/graphql', payload: { query, variables, operationName } }),
    stop: async () => {
      await server.close();
      await apollo.stop();
    },
  };
};
