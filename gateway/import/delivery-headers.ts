import type { IncomingHttpHeaders } from 'node:http';
import { describeValue, findFormFault } from '../../schema/forms.ts';
import { scalars } from '../../schema/scalars.ts';
import { badHeader } from '../access/call-headers.ts';

/** What a stream says of itself in headers. */
export interface DeliveryHeaders {
  readonly idempotencyKey: string;
  readonly dataAsOf: string;
}

/** Throws BAD_USER_INPUT naming the header: its sender knows nothing of the operation that it becomes. */
export function readDeliveryHeaders(headers: IncomingHttpHeaders): DeliveryHeaders {
  const { 'idempotency-key': idempotencyKey, 'x-data-as-of': dataAsOf } = headers;
  const keyForm = { kind: 'ID', max: undefined } as const;
  if (typeof idempotencyKey !== 'string' || findFormFault(keyForm, idempotencyKey) !== null)
    throw badHeader(
      'idempotency-key',
      'an id of this delivery, 1 to 64 of letters, digits, "_" and "-"',
      describeValue(idempotencyKey),
    );
  if (typeof dataAsOf !== 'string' || !isMoment(dataAsOf))
    throw badHeader(
      'x-data-as-of',
      'the moment the rows are true for, with its offset, as 2026-01-31T08:00:00+08:00',
      describeValue(dataAsOf),
    );
  return { idempotencyKey, dataAsOf };
}

function isMoment(text: string): boolean {
  try {
    scalars.DateTime.parseValue(text);
    return true;
  } catch {
    return false; // the scalar says so when a text is no moment
  }
}
