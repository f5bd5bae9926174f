import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import { parse, type GraphQLSchema } from 'graphql';
import { silentLogger, type FederationLogger } from './federation-logger.ts';
import { createGeneration, type Generation } from './generation.ts';
import type { ExecutionResult, RequestContext } from './operation.ts';
import type { FederationContext, SubgraphSource } from './sources/subgraph-source.ts';
import { subgraphsOf } from './subgraphs-of.ts';

type ApolloGatewayInterface = ApolloServerOptionsWithGateway<BaseContext>['gateway'];
type SchemaListener = Parameters<ApolloGatewayInterface['onSchemaLoadOrUpdate']>[0];

interface FederationOptions<Context extends FederationContext> {
  readonly supergraphSdl: string;
  /** How to reach a subgraph of the supergraph. The federation closes what this gives it. */
  readonly dataSourceFor: (name: string, url: string) => SubgraphSource<Context>;
  readonly logger?: FederationLogger;
}

/**
 * Runs one operation. The plan is cached by `queryHash` and operation name: a changed document needs its own
 * hash.
 */
type FederationExecutor = (requestContext: RequestContext) => Promise<ExecutionResult>;

/** Apollo Server's `gateway`; a wrapper may pass the executor another document and queryHash. */
export interface Federation extends ApolloGatewayInterface {
  load(options?: unknown): Promise<{ readonly schema: GraphQLSchema; readonly executor: FederationExecutor }>;
  /** Serves another supergraph from now on. Rejects when it does not load; the old one then serves on. */
  update(supergraphSdl: string): Promise<void>;
  stop(): Promise<void>;
}

interface Reached<Context extends FederationContext> {
  readonly url: string;
  readonly source: SubgraphSource<Context>;
}

interface Serving<Context extends FederationContext> {
  readonly supergraphSdl: string;
  readonly generation: Generation;
  readonly reached: ReadonlyMap<string, Reached<Context>>;
  inFlight: number;
  isRetired: boolean;
}

/**
 * Runs any Federation 2 supergraph that ApolloGateway loads, and says of every missing part that and why it
 * is.
 */
export const createFederation = <Context extends FederationContext>({
  supergraphSdl,
  dataSourceFor,
  logger = silentLogger,
}: FederationOptions<Context>): Federation => {
  const listeners = new Set<SchemaListener>();
  // Apollo Server hands back the schema a document was validated with: it ends where it began, reload or not.
  const bySchema = new WeakMap<GraphQLSchema, Serving<Context>>();
  const alive = new Set<Serving<Context>>();
  let current: Serving<Context> | undefined;
  let updating: Promise<unknown> = Promise.resolve();

  const closeAll = async (sources: Iterable<SubgraphSource<Context>>): Promise<void> => {
    await Promise.all([...sources].map((source) => source.close()));
  };

  const isInUse = (source: SubgraphSource<Context>): boolean =>
    [...alive].some(({ reached }) => [...reached.values()].some((other) => other.source === source));

  const end = async (serving: Serving<Context>): Promise<void> => {
    if (!alive.delete(serving)) return;
    await serving.generation.stop();
    const sources = [...serving.reached.values()].map(({ source }) => source);
    await closeAll(sources.filter((source) => !isInUse(source)));
  };

  const endWhenIdle = (serving: Serving<Context>): void => {
    if (!serving.isRetired || serving.inFlight > 0) return;
    end(serving).catch(() => logger.warn({}, 'a source of the former supergraph did not close'));
  };

  const serve = async (sdl: string): Promise<Serving<Context>> => {
    const supergraph = parse(sdl);
    const reached = new Map<string, Reached<Context>>();
    const opened: SubgraphSource<Context>[] = [];
    try {
      for (const { name, url } of subgraphsOf(supergraph)) {
        const known = current?.reached.get(name);
        const source = known?.url === url ? known.source : dataSourceFor(name, url);
        if (source !== known?.source) opened.push(source);
        reached.set(name, { url, source });
      }
      const sourceOf = (name: string) => reached.get(name)?.source;
      const generation = await createGeneration({ supergraphSdl: sdl, supergraph, sourceOf, logger });
      return { supergraphSdl: sdl, generation, reached, inFlight: 0, isRetired: false };
    } catch (thrown) {
      await closeAll(opened);
      throw thrown;
    }
  };

  const tell = (
    listener: SchemaListener,
    { generation: { apiSchema }, supergraphSdl: sdl }: Serving<Context>,
  ) => listener({ apiSchema, coreSupergraphSdl: sdl });

  const change = async (sdl: string): Promise<Serving<Context>> => {
    const next = await serve(sdl);
    const former = current;
    current = next;
    alive.add(next);
    bySchema.set(next.generation.apiSchema, next);
    for (const listener of listeners) tell(listener, next);
    if (former !== undefined) {
      former.isRetired = true;
      endWhenIdle(former);
    }
    return next;
  };

  // One after the other: two reloads at once would each take the other's sources for unused.
  const queueChange = (sdl: string): Promise<Serving<Context>> => {
    const changed = updating.then(() => change(sdl));
    updating = changed.catch(() => undefined);
    return changed;
  };

  const executor: FederationExecutor = async (requestContext) => {
    const begun = bySchema.get(requestContext.schema);
    const serving = begun !== undefined && alive.has(begun) ? begun : current;
    if (serving === undefined) throw new Error('The federation is not loaded.');
    serving.inFlight += 1;
    try {
      return await serving.generation.execute(requestContext);
    } finally {
      serving.inFlight -= 1;
      endWhenIdle(serving);
    }
  };

  return {
    load: async () => {
      const serving = current ?? (await queueChange(supergraphSdl));
      return { schema: serving.generation.apiSchema, executor };
    },
    update: async (sdl) => {
      if (sdl !== current?.supergraphSdl) await queueChange(sdl);
    },
    onSchemaLoadOrUpdate: (listener) => {
      listeners.add(listener);
      // A second server on the same federation comes after its loading.
      if (current !== undefined) tell(listener, current);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      await updating;
      await Promise.all([...alive].map(end));
    },
  };
};
