import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { loadSupergraph, loadTypeDefs } from '../../schema/load.ts';
import { assertNoRenamedImports } from '../../schema/policy/imports.ts';
import { registry } from '../../schema/registry.ts';

const importing = (list: string) =>
  parse(`extend schema @link(url: "https://portrait-hub.example/hub/v1.0", import: [${list}])`);

describe('a directive imported under another name', () => {
  it.each(['{ name: "@data", as: "@class" }', '"@form", { name: "@mask", as: "@hide" }'])(
    'stops the start: %s',
    (list) => {
      expect(() => assertNoRenamedImports(importing(list), 'a test')).toThrow('Renamed imports in a test: @');
    },
  );

  it.each(['"@data"', '{ name: "@data" }', '{ name: "@data", as: "@data" }'])('is not what %s is', (list) => {
    expect(() => assertNoRenamedImports(importing(list), 'a test')).not.toThrow();
  });

  it('stands nowhere in the graph', () => {
    const sdls = [...registry.map(({ name }) => loadTypeDefs(name)), parse(loadSupergraph())];
    for (const sdl of sdls) expect(() => assertNoRenamedImports(sdl, 'the graph')).not.toThrow();
  });
});
