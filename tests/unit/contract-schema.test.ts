import { readdirSync, readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  isEnumType,
  isInputObjectType,
  Kind,
  parse,
  print,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { loadSupergraph } from '../../schema/load.ts';

const operations = new URL('../../schema/operations/', import.meta.url);
const held = parse(readFileSync(new URL('../support/contract-inputs.graphql', import.meta.url), 'utf8'));

/** Types of the contract that no operation of today uses; each goes from here with the issue that brings it. */
const later = new Set(
  [
    'PublishTaskInput ClaimTaskInput SubmitClaimInput ReviewClaimInput BookAppointmentInput HandOverCrisisInput',
  ].flatMap((names) => names.split(' ')),
);

let schema: GraphQLSchema;
beforeAll(async () => {
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
  const gateway = new ApolloGateway({ supergraphSdl: loadSupergraph() });
  ({ schema } = await gateway.load());
  await gateway.stop();
});

const typesOf = (document: DocumentNode) =>
  document.definitions.flatMap((definition) =>
    definition.kind === Kind.ENUM_TYPE_DEFINITION || definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION
      ? [definition]
      : [],
  );

describe('the schema that clients see', () => {
  it.each(readdirSync(operations).filter((file) => file.endsWith('.graphql')))(
    'validates %s as it was given out',
    (file) => {
      expect(validate(schema, parse(readFileSync(new URL(file, operations), 'utf8')))).toEqual([]);
    },
  );

  const present = typesOf(held).filter(({ name }) => !later.has(name.value));

  it.each(present.map((type) => [type.name.value, type] as const))(
    'has all that clients hold of %s',
    (name, type) => {
      const ours = schema.getType(name);
      if (type.kind === Kind.ENUM_TYPE_DEFINITION) {
        const values = isEnumType(ours) ? ours.getValues().map((value) => value.name) : [];
        expect(values).toEqual(expect.arrayContaining((type.values ?? []).map((value) => value.name.value)));
        return;
      }
      const fields = isInputObjectType(ours) ? ours.getFields() : {};
      const asHeld = Object.fromEntries(
        (type.fields ?? []).map((field) => [field.name.value, print(field.type)]),
      );
      expect(
        Object.fromEntries(Object.keys(asHeld).map((field) => [field, String(fields[field]?.type)])),
      ).toEqual(asHeld);
    },
  );

  it('has each type of the contract now or names it as coming', () => {
    const missing = typesOf(held).filter(({ name }) => !schema.getType(name.value));
    expect(missing.map(({ name }) => name.value).sort()).toEqual([...later].sort());
  });

  it('does not show what only subgraphs see', () => {
    expect(schema.getType('Person')).not.toHaveProperty('_fields.scopeArea');
    expect(JSON.stringify(schema.toConfig().types.map(({ name }) => name))).not.toContain('__join');
  });
});
