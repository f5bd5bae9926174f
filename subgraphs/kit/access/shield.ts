import {
  GraphQLError,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import type { GraphField } from '../../../schema/policy/graph.ts';
import { isDisclosing } from '../../../schema/policy/decide.ts';
import type { SubgraphContext } from '../context.ts';
import { deny, rule, shield } from './shield-module.ts';

type Resolver = GraphQLFieldResolver<unknown, SubgraphContext>;

/** What shield refuses a coordinate with; it becomes null and a note beside the answer. */
class CoordinateWithheld extends GraphQLError {}

const refusal = (): CoordinateWithheld => new CoordinateWithheld('Withheld by the policy.');

/** One guard a coordinate, made by graphql-shield: rejects with CoordinateWithheld, or with a fault of the rule. */
type Guard = (
  parent: unknown,
  args: unknown,
  context: SubgraphContext,
  info: GraphQLResolveInfo,
) => Promise<unknown>;

/**
 * Puts graphql-shield before the coordinates that narrow what led to them; the others are reached only through a granted
 * field of the same classes, and wrapping them too would cost a portrait more than its reads. Each coordinate has a rule of
 * its own under its own name, without shield's cache: that keys on parent, arguments and rule name, so that a shared
 * rule once released one field by another.
 */
export function attachShield(schema: GraphQLSchema, fields: readonly GraphField[]): void {
  const guards = createGuards(schema, fields);
  for (const graphField of fields) {
    const [typeName = '', fieldName = ''] = graphField.coordinate.split('.');
    const type = schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    const resolve: Resolver | undefined = field?.resolve;
    if (!field || !resolve)
      throw new Error(`A guard is for ${graphField.coordinate}, which resolves nothing`);
    field.resolve = guarded(graphField, guards(typeName, fieldName), resolve);
  }
}

/** A verdict is the same for every row of a request, so shield is asked once a request and coordinate. */
function guarded(field: GraphField, guard: Guard, resolve: Resolver): Resolver {
  const verdicts = new WeakMap<SubgraphContext, Promise<unknown> | true>();
  return (parent, args, context, info) => {
    const known = verdicts.get(context);
    if (known === true) return resolve(parent, args, context, info);
    const verdict = known ?? guard(parent, args, context, info);
    if (!known) {
      verdicts.set(context, verdict);
      verdict.then(
        () => verdicts.set(context, true),
        () => undefined, // whoever waits for it throws it
      );
    }
    return verdict.then(
      () => resolve(parent, args, context, info),
      (refusal: unknown) => {
        if (!(refusal instanceof CoordinateWithheld)) throw refusal;
        withhold(field, context, info);
        return null;
      },
    );
  };
}

function withhold(field: GraphField, { access }: SubgraphContext, info: GraphQLResolveInfo): void {
  const { policy, report } = access;
  const decision = policy.atBest(field);
  if (decision.effect === 'ABSENT') return;
  report.withhold(info, () => ({
    coordinate: field.coordinate,
    class: decision.dataClass,
    reason: policy.reasonOf(field),
    rule: decision.row.id,
  }));
}

function createGuards(
  schema: GraphQLSchema,
  fields: readonly GraphField[],
): (type: string, field: string) => Guard {
  const tree: Record<string, Record<string, ReturnType<ReturnType<typeof rule>>>> = {};
  for (const field of fields) {
    const [typeName = '', fieldName = ''] = field.coordinate.split('.');
    const isGranted = (_parent: unknown, _args: unknown, { access }: SubgraphContext): boolean =>
      isDisclosing(access.policy.atBest(field));
    tree[typeName] = {
      ...tree[typeName],
      [fieldName]: rule(field.coordinate, { cache: 'no_cache' })(isGranted),
    };
  }
  const generator = shield(tree, {
    fallbackRule: deny,
    allowExternalErrors: true,
    fallbackError: refusal,
  });
  const middleware: unknown = generator.generate(schema);
  return (typeName, fieldName) => {
    const ofType: unknown = isRecord(middleware) ? middleware[typeName] : undefined;
    const run: unknown = isRecord(ofType) ? ofType[fieldName] : undefined;
    if (typeof run !== 'function')
      throw new Error(`graphql-shield made no guard for ${typeName}.${fieldName}`);
    return async (...call) => {
      // Shield gives an error back instead of throwing it.
      const verdict: unknown = await Reflect.apply(run, undefined, [async () => true, ...call]);
      if (verdict !== true) throw verdict instanceof Error ? verdict : refusal();
    };
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
