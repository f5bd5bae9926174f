import { purposes } from '../../schema/caller.ts';
import { loadPolicyText } from '../../schema/policy.ts';
import { signTicket, ticketHeader, writeClaims, type TicketClaims } from '../../subgraphs/kit/ticket.ts';

/** Every class of data: what a gateway would grant that has lost its guard. */
export const allClasses = [
  ...new Set(
    loadPolicyText()
      .split('\n')
      .slice(1, -1)
      .map((row) => row.split(',')[1] ?? ''),
  ),
];

/** A ticket as the gateway would sign it, for a clerk of the city's centre unless the test says who. */
export function ticketFor(
  audience: string,
  key: Buffer,
  body: Uint8Array,
  claims: Partial<TicketClaims> = {},
  now = Date.now(),
): Readonly<Record<string, string>> {
  const written = writeClaims({
    caller: { sub: 'tests', role: 'CITY_CENTRE', purposes },
    purpose: 'INTEGRITY_REVIEW',
    caseReference: undefined,
    grants: allClasses,
    policy: 'tests',
    supergraph: 'tests',
    requestId: 'tests',
    ...claims,
  });
  return { [ticketHeader]: signTicket(key, audience, written, body, now) };
}
