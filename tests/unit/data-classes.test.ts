import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { getDataClasses, readDataClasses } from '../../schema/data-classes.ts';
import { loadSupergraph, loadTypeDefs } from '../../schema/load.ts';
import { subgraphNames } from '../../schema/registry.ts';

const directive =
  'directive @data(class: String, classes: [String!]) on OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION';

describe('data classes', () => {
  it('stop the start for a field, an argument and an input field without one, and name them', () => {
    const sdl = parse(`${directive} type Query { open(id: ID!): Int } input Wish { text: String }`);
    expect(() => getDataClasses(sdl, 'the test')).toThrow(
      'Without @data in the test: Query.open, Query.open(id:), Wish.text.',
    );
  });

  it('come from the field before the object', () => {
    const sdl = parse(
      `${directive} type Person @data(class: "IDENTITY") { id: ID @data(class: "KEY") name: String }`,
    );
    expect(Object.fromEntries(readDataClasses(sdl).classes)).toEqual({
      'Person.id': ['KEY'],
      'Person.name': ['IDENTITY'],
    });
  });

  it('list all classes of rows that differ', () => {
    const sdl = parse(`${directive} type Query { rows: Int @data(classes: ["A", "B"]) }`);
    expect(readDataClasses(sdl).classes.get('Query.rows')).toEqual(['A', 'B']);
  });

  it.each(subgraphNames)('are complete in %s', (name) => {
    const { classes, unclassified } = readDataClasses(loadTypeDefs(name));
    expect(unclassified).toEqual([]);
    expect(classes.size).toBeGreaterThan(40);
  });

  it('arrive in the supergraph unchanged', () => {
    const inSupergraph = readDataClasses(parse(loadSupergraph())).classes;
    for (const name of subgraphNames) {
      for (const [coordinate, classes] of readDataClasses(loadTypeDefs(name)).classes) {
        expect([coordinate, inSupergraph.get(coordinate)]).toEqual([coordinate, classes]);
      }
    }
  });
});
