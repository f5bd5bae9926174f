import { registry } from '../../schema/registry.ts';
import { readEnvironment, url } from '../kit/env.ts';

/** Where the other subgraphs' own doors are, for what is asked of their processes and not of their data. */
export function readNeighbours(): (name: string) => string {
  const variable = (name: string): string => `${name.toUpperCase()}_URL`;
  const { urls } = readEnvironment({
    urls: Object.fromEntries(
      registry.map(({ name, port }) => [
        variable(name),
        url(['http', 'https'], `http://127.0.0.1:${port}/graphql`),
      ]),
    ),
  });
  return (name) => {
    const found = urls[variable(name)];
    if (found === undefined) throw new Error('Asked for a subgraph that is not in the registry');
    return found;
  };
}
