import { GraphQLClient } from 'graphql-request';
import { signDevToken } from '../../gateway/access/dev-issuer.ts';
import type { Config } from '../../gateway/config.ts';
import { purposes, type Caller, type Purpose } from '../../schema/caller.ts';

/** What a caller says in headers beside his token. */
export interface CallOptions {
  readonly purpose?: Purpose | undefined;
  readonly caseReference?: string | undefined;
  readonly mode?: 'strict' | undefined;
  /** Ids of what the call is made under. */
  readonly breakGlass?: string | undefined;
  readonly delegation?: string | undefined;
}

/** A caller as tests write him: every purpose of the list unless they name some. */
export type TestCaller = Omit<Caller, 'sub' | 'purposes'> & Partial<Pick<Caller, 'sub' | 'purposes'>>;

/** Somebody of the city's centre, with a case: for tests that are not about who may see. */
export const clerk: TestCaller = { role: 'CITY_CENTRE' };

const tokens = new Map<string, Promise<string>>();

/** Signing takes longer than most of what is tested, so a caller's token is made once. */
function tokenOf(dataDir: string, caller: Caller): Promise<string> {
  const key = `${dataDir} ${JSON.stringify(caller)}`;
  const token = tokens.get(key) ?? signDevToken(dataDir, caller);
  tokens.set(key, token);
  return token;
}

/** The headers of a call: a token of the development issuer, purpose, case. */
export async function headersOf(
  config: Pick<Config, 'dataDir'>,
  caller: TestCaller = clerk,
  { purpose = 'INTEGRITY_REVIEW', caseReference, mode, breakGlass, delegation }: CallOptions = {},
): Promise<Record<string, string>> {
  const token = await tokenOf(config.dataDir, { sub: 'tests', purposes, ...caller });
  return {
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
    'x-purpose': purpose,
    ...(caseReference === undefined ? {} : { 'x-case': encodeURIComponent(caseReference) }),
    ...(breakGlass === undefined ? {} : { 'x-break-glass': breakGlass }),
    ...(delegation === undefined ? {} : { 'x-delegation': delegation }),
    ...(mode === undefined ? {} : { 'x-access-mode': mode }),
  };
}

/** A client as a front-end team would use it, for one caller. */
export function as(
  hub: { readonly url: string; readonly config: Pick<Config, 'dataDir'> },
  caller: TestCaller = clerk,
  options: CallOptions = {},
): GraphQLClient {
  return new GraphQLClient(hub.url, {
    requestMiddleware: async (request) => ({
      ...request,
      headers: { ...(await headersOf(hub.config, caller, options)) },
    }),
  });
}
