import { CompiledQuery, type Kysely } from 'kysely';
import type { CallAccess } from '../../kit/access/call-access.ts';
import { appendStatement } from '../../kit/ledger/append.ts';
import { toLine, type JsonMembers } from '../../kit/ledger/entry.ts';
import type { LedgerNames } from '../../kit/ledger/person-reference.ts';

/** An act over the rules themselves. It tells no personal values and nothing that somebody wrote in words. */
export interface LedgerEvent {
  readonly event:
    | 'BREAK_GLASS_OPENED'
    | 'BREAK_GLASS_CLOSED'
    | 'BREAK_GLASS_REVIEWED'
    | 'DELEGATION_GRANTED'
    | 'DELEGATION_ENDED'
    | 'CONSENT_GRANTED'
    | 'CONSENT_WITHDRAWN';
  /** The id of what the act is about. */
  readonly subject: string;
  /** The id of the person it concerns; written down by reference. */
  readonly person?: string | undefined;
  readonly details?: JsonMembers;
}

/** Writes an event on the connection of the act: either both are written or neither. */
export type AppendEvent = (
  connection: Kysely<unknown>,
  access: Pick<CallAccess, 'caller' | 'purpose' | 'caseReference' | 'requestId'>,
  event: LedgerEvent,
) => Promise<void>;

/** Events whose people are named by these names. */
export const createAppendEvent =
  ({ personReference }: LedgerNames): AppendEvent =>
  async (connection, { caller, purpose, caseReference, requestId }, { event, subject, person, details }) => {
    const { sub: id, role, department, area, delegation } = caller;
    const own = caller.person === undefined ? undefined : personReference(caller.person);
    const line = toLine({
      kind: 'EVENT',
      retention: 'ACCESS',
      access: requestId,
      person: person === undefined ? undefined : personReference(person),
      content: {
        ...details,
        event,
        subject,
        actor: { id, role, department, area, person: own },
        purpose,
        case: caseReference,
        delegation: delegation && { id: delegation.id, delegator: delegation.delegator },
      },
    });
    const { text, values } = appendStatement([line]);
    await connection.executeQuery(CompiledQuery.raw(text, [...values]));
  };
