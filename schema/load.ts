import { readFileSync } from 'node:fs';
import { parse, type DocumentNode } from 'graphql';
import { getSubgraph } from './registry.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/**
 * The links every subgraph starts with. `@data`, `@form`, `@mask` and `@coarsen` are ours: `@composeDirective` carries them
 * into the supergraph, so that the gateway reads the same classes and forms as the department that declared them.
 */
const links = `
extend schema
  @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: ["@key", "@external", "@requires", "@shareable", "@inaccessible", "@composeDirective"]
  )
  @link(url: "https://portrait-hub.example/hub/v1.0", import: ["@data", "@form", "@mask", "@coarsen"])
  @composeDirective(name: "@data")
  @composeDirective(name: "@form")
  @composeDirective(name: "@mask")
  @composeDirective(name: "@coarsen")
`;

/** The whole SDL of one subgraph as text: links, shared types, its own types. */
export function loadSdl(name: string): string {
  return `${links}\n${read('shared.graphql')}\n${read(getSubgraph(name).sdl)}`;
}

const documents = new Map<string, DocumentNode>();

/** The whole SDL of one subgraph as a document; read once, since a subgraph is asked for in several rooms. */
export function loadTypeDefs(name: string): DocumentNode {
  const document = documents.get(name) ?? parse(loadSdl(name));
  documents.set(name, document);
  return document;
}

/** The committed supergraph. */
export function loadSupergraph(): string {
  return read('supergraph.graphql');
}
