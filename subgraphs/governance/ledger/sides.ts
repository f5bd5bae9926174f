import type { SubgraphName } from '../../../schema/registry.ts';
import { streamRows } from '../../kit/database/stream-rows.ts';
import { withClient } from '../../kit/database/roles.ts';
import type { Kept } from './kept.ts';
import type { KnownCall } from './merge-by-ticket.ts';
import type { Period, Sides } from './reconcile.ts';

/** Longer than any call takes. */
const beyondMs = 60_000;

/** The two sides of a department as they stand in the databases, read as the owners of their schemas. */
export function openSides(
  ownerOf: (subgraph: SubgraphName) => string,
  subgraph: SubgraphName,
  period: Period,
  kept: Kept,
): Sides {
  const ledger = ownerOf('governance');
  const bounds = [
    new Date(period.from.getTime() - beyondMs).toISOString(),
    new Date(period.to.getTime() + beyondMs).toISOString(),
  ];
  return {
    subgraph,
    period,
    kept,
    hub: toCalls(streamRows(ledger, recorded, [subgraph, ...bounds])),
    department: toCalls(streamRows(ownerOf(subgraph), logged, bounds)),
    progressOf: (access) =>
      withClient(ledger, async (client) => {
        const { rows } = await client.query<{ kind: string }>(
          'select kind from governance.ledger_record where access = $1',
          [access],
        );
        const kinds = rows.map(({ kind }) => kind);
        if (kinds.includes('OUTCOME') || kinds.includes('DENY')) return 'ENDED';
        return kinds.includes('INTENT') ? 'BEGUN' : 'UNKNOWN';
      }),
  };
}

const recorded = `
  select call ->> 'ticket' as ticket, access, call ->> 'response' as response, at,
    convert_from(r.body, 'UTF8')::jsonb ->> 'purpose' as purpose
  from governance.ledger_record r, jsonb_array_elements(convert_from(r.body, 'UTF8')::jsonb -> 'sources') as call
  where r.kind in ('OUTCOME', 'DENY') and call ->> 'subgraph' = $1 and call ? 'ticket'
    and r.at >= $2 and r.at < $3
  order by (call ->> 'ticket') collate "C"`;

const logged = `
  select ticket, access, response, at, purpose from disclosure_record where at >= $1 and at < $2 order by ticket`;

async function* toCalls(
  rows: AsyncIterable<Readonly<Record<string, unknown>>>,
): AsyncGenerator<KnownCall, void, undefined> {
  for await (const { ticket, access, response, at, purpose } of rows) {
    yield {
      ticket: String(ticket),
      access: String(access),
      at: at instanceof Date ? at : new Date(Number.NaN),
      response: typeof response === 'string' ? response : null,
      isForReview: purpose === 'INTEGRITY_REVIEW',
    };
  }
}
