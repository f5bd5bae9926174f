import type { IncomingHttpHeaders } from 'node:http';
import { GraphQLError } from 'graphql';
import { isPurpose, purposes, type Caller, type Purpose } from '../../schema/caller.ts';
import { findFormFault } from '../../schema/forms.ts';
import { hubError } from '../../subgraphs/kit/errors.ts';
import type { HubCall } from './call.ts';

/** What a caller says in headers; throws BAD_USER_INPUT naming the header, what was expected and what kind of thing came. */
export function readCallHeaders(headers: IncomingHttpHeaders): Omit<HubCall, 'caller'> {
  const purpose = headerOf(headers, 'x-purpose');
  const caseReference = headerOf(headers, 'x-case');
  const mode = headerOf(headers, 'x-access-mode');
  const breakGlassId = idOf(headers, 'x-break-glass');
  const delegationId = idOf(headers, 'x-delegation');
  if (purpose !== undefined && !isPurpose(purpose))
    throw badHeader('x-purpose', `one purpose of ${purposes.join(', ')}`, 'something else');
  if (caseReference !== undefined && !/^[\p{L}\p{N}/._-]{1,64}$/u.test(caseReference)) {
    throw badHeader(
      'x-case',
      'a case reference of 1 to 64 letters, digits and "/", ".", "_", "-", in UTF-8 or percent-encoded',
      `a text of ${[...caseReference].length} characters that is none`,
    );
  }
  // A case is recorded as it stands, in the ledger, in tickets and in departments' logs, where no personal number may be.
  if (caseReference !== undefined && personalNumber.test(caseReference.normalize('NFKC')))
    throw badHeader('x-case', 'a case reference', 'the number of a person or of a telephone');
  if (mode !== undefined && mode !== 'strict')
    throw badHeader('x-access-mode', '`strict` or no such header', 'something else');
  return { purpose, caseReference, breakGlassId, delegationId, isStrict: mode === 'strict' };
}

/** A citizen number (GB 11643) by its form, or a mobile telephone's. */
const personalNumber =
  /(?<!\d)(?:\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]|1[3-9]\d{9})(?!\d)/i;

/** The purpose of an operation that needs one: PURPOSE_REQUIRED without, FORBIDDEN when the token does not have it. */
export function requirePurpose({ purposes: held }: Caller, purpose: Purpose | undefined): Purpose {
  if (purpose === undefined)
    throw hubError(
      'PURPOSE_REQUIRED',
      'Expected what the operation is for in the header `x-purpose`, found none.',
    );
  if (!held.includes(purpose))
    throw hubError('FORBIDDEN', 'The token does not have the purpose of the header `x-purpose`.');
  return purpose;
}

function idOf(headers: IncomingHttpHeaders, name: string): string | undefined {
  const id = headerOf(headers, name);
  const fault = id === undefined ? null : findFormFault({ kind: 'ID', max: undefined }, id);
  if (fault !== null)
    throw badHeader(name, 'an id of 1 to 64 of letters, digits, "_" and "-"', 'something else');
  return id;
}

/** A header's text. Node reads bytes as Latin-1; what was UTF-8, or percent-encoded, is read as what it was. */
function headerOf(headers: IncomingHttpHeaders, name: string): string | undefined {
  const given = headers[name];
  if (given === undefined) return undefined;
  if (Array.isArray(given)) throw badHeader(name, 'one value', 'several');
  const text = fromUtf8(given);
  return /%[0-9a-f]{2}/i.test(text) ? fromPercents(text) : text;
}

function fromUtf8(latin1: string): string {
  const text = Buffer.from(latin1, 'latin1').toString('utf8');
  return text.includes('\ufffd') ? latin1 : text;
}

function fromPercents(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone per cent sign: no form takes it
  }
}

/** BAD_USER_INPUT for a header. */
export const badHeader = (header: string, expected: string, found: string): GraphQLError =>
  new GraphQLError(`Header "${header}": expected ${expected}, found ${found}.`, {
    extensions: { code: 'BAD_USER_INPUT', header },
  });
