import type { Caller, Role } from '../../schema/caller.ts';
import { isPurpose, isRole } from '../../schema/caller.ts';
import { hubError } from '../../subgraphs/kit/errors.ts';
import type { BreakGlassClaim } from '../../subgraphs/kit/ticket.ts';
import type { SubgraphSource } from '../federation/sources/subgraph-source.ts';
import type { CallContext } from './call.ts';

/**
 * Puts in force what a call is said to be made under: a break-glass of the caller, or a delegation to him, whose role, area,
 * department and purposes then are the call's. Rejects with FORBIDDEN when it is not in force, alike for one of another.
 */
export type AdoptAuthority = (context: CallContext) => Promise<void>;

const query = `query ($breakGlass: ID, $delegation: ID) {
  authorityInForce(breakGlass: $breakGlass, delegation: $delegation) {
    breakGlass { id person classes }
    delegation { id delegator role department area purposes classes } } }`;

/** Who acts for himself only. */
const neverDelegates: ReadonlySet<Role> = new Set(['CITIZEN', 'PORTAL', 'DEPARTMENT_SYSTEM']);

/** Asks the hub's register at every call: what has ended is not in force at the next. */
export function createAuthorityAdoption(register: SubgraphSource<CallContext>): AdoptAuthority {
  return async (context) => {
    const { caller, breakGlassId: breakGlass, delegationId: delegation } = context.call;
    if (breakGlass === undefined && delegation === undefined) return;
    // One step only: who acts for another opens nothing by an emergency of his own.
    if (breakGlass !== undefined && delegation !== undefined) throw notInForce();
    if (delegation !== undefined && neverDelegates.has(caller.role)) throw notInForce();
    const variables = JSON.stringify({ breakGlass, delegation });
    const reply = await register.ask({ query, operationName: undefined, variables, context });
    if (reply.kind === 'silent' || reply.answer.errors.length > 0) throw unknown();
    const found: unknown = reply.answer.data?.['authorityInForce'];
    if (breakGlass !== undefined) {
      const inForce = readBreakGlass(memberOf(found, 'breakGlass'));
      if (inForce?.id !== breakGlass) throw notInForce();
      context.call = { ...context.call, breakGlass: inForce };
      return;
    }
    const delegated = readDelegate(caller, memberOf(found, 'delegation'));
    if (!delegated || delegated.delegation?.id !== delegation) throw notInForce();
    context.call = { ...context.call, caller: delegated, holder: caller };
  };
}

/** The delegate in the role of who delegated; who he is himself stays, so that he sees nothing of his own case. */
function readDelegate({ sub, person, authMethods, authenticatedAt }: Caller, value: unknown): Caller | null {
  const text = (name: string): string | undefined => {
    const found = memberOf(value, name);
    return typeof found === 'string' ? found : undefined;
  };
  const [id, delegator, role] = [text('id'), text('delegator'), text('role')];
  const classes = memberOf(value, 'classes');
  if (id === undefined || delegator === undefined || !isRole(role)) return null;
  return {
    sub,
    person,
    authMethods,
    authenticatedAt,
    role,
    department: text('department'),
    area: text('area'),
    purposes: textsOf(memberOf(value, 'purposes')).filter(isPurpose),
    delegation: { id, delegator, classes: Array.isArray(classes) ? textsOf(classes) : undefined },
  };
}

function readBreakGlass(value: unknown): BreakGlassClaim | null {
  const id = memberOf(value, 'id');
  const person = memberOf(value, 'person');
  if (typeof id !== 'string' || typeof person !== 'string') return null;
  return { id, person, classes: textsOf(memberOf(value, 'classes')) };
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

const notInForce = () =>
  hubError(
    'FORBIDDEN',
    'What the header `x-break-glass` or `x-delegation` names is not in force for this caller and purpose.',
  );

const unknown = () =>
  hubError(
    'SUBGRAPH_UNAVAILABLE',
    'Whether break-glass or delegation is in force could not be found out, so nothing is given.',
  );
