import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { packEntityVariables, unpackEntities } from '../../gateway/federation/ask/representations.ts';
import { shapeOf, type Shape } from '../../gateway/federation/ask/shape.ts';

const schema = buildSchema('type Query { a: Int } type Person { id: ID! tag: String at(day: Int): String }');
const shapeOfEntities = (selection: string): Shape =>
  shapeOf(parse(`query($r:[_Any!]!){_entities(representations:$r){...on Person{${selection}}}}`), schema).get(
    '_entities',
  )?.children ?? new Map();

const person = (id: string) => ({ __typename: 'Person', id });
const none: ReadonlySet<number> = new Set();

describe('representations', () => {
  it('refuse an entity that is not the one asked', () => {
    const packed = packEntityVariables({ representations: [person('p1')] }, none);
    const shape = shapeOfEntities('id tag');
    expect(() => unpackEntities([{ id: 'p2', tag: 'x' }], packed, shape)).toThrow('other than the one asked');
    expect(unpackEntities([{ id: 'p1', tag: 'x' }], packed, shape)).toEqual([{ id: 'p1', tag: 'x' }]);
  });

  it('do not take another field under the name of a key for the key', () => {
    const packed = packEntityVariables({ representations: [person('p1')] }, none);
    expect(unpackEntities([{ id: 'x' }], packed, shapeOfEntities('id:tag'))).toEqual([{ id: 'x' }]);
  });

  it('that are withheld are neither sent nor answered, and move no other', () => {
    const packed = packEntityVariables(
      { representations: [person('p1'), person('p2'), person('p3'), person('p2')] },
      new Set([0]),
    );
    expect(JSON.parse(packed.json)).toEqual({ representations: [person('p2'), person('p3')] });
    expect(unpackEntities([{ tag: '2' }, { tag: '3' }], packed, shapeOfEntities('tag'))).toEqual([
      null,
      { tag: '2' },
      { tag: '3' },
      { tag: '2' },
    ]);
  });

  it('give equal ones answers that are not the same object', () => {
    const packed = packEntityVariables({ day: 1, representations: [person('p1'), person('p1')] }, none);
    expect(JSON.parse(packed.json)).toEqual({ day: 1, representations: [person('p1')] });
    const [first, second] = unpackEntities([{ tag: 'x' }], packed, shapeOfEntities('tag'));
    expect(first).toEqual(second);
    expect(first).not.toBe(second);
  });
});
