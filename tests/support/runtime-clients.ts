import pg from 'pg';
import type { DatabaseUrls } from '../../subgraphs/kit/database/urls.ts';
import { subgraphNames } from '../../schema/registry.ts';

/** Connections as the subgraphs' run-time roles, as they have them themselves. */
export interface RuntimeClients {
  readonly of: (subgraph: string) => pg.Client;
  readonly all: readonly pg.Client[];
  readonly end: () => Promise<unknown>;
}

export async function connectRuntimes(urls: DatabaseUrls): Promise<RuntimeClients> {
  const clients = new Map<string, pg.Client>();
  for (const name of subgraphNames) {
    const client = new pg.Client({ connectionString: urls.runtimeOf(name) });
    await client.connect();
    clients.set(name, client);
  }
  const all = [...clients.values()];
  return {
    all,
    of: (name) => {
      const client = clients.get(name);
      if (!client) throw new Error(`no connection as ${name}`);
      return client;
    },
    end: () => Promise.all(all.map((client) => client.end())),
  };
}
