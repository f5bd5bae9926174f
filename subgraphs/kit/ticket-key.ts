import { join } from 'node:path';
import { loadOrCreateSecret, randomSecret } from './database/secret-file.ts';

/** The variable that gives a subgraph's ticket key, 32 bytes in hexadecimal, to the subgraph and to the gateway. */
export const ticketKeyVariable = (name: string): string => `${name.toUpperCase()}_TICKET_KEY`;

/** A subgraph's ticket key: the one given, else one kept in the data directory, which is made at the first use. */
export async function loadTicketKey(
  name: string,
  given: Buffer | undefined,
  dataDir: string,
): Promise<Buffer> {
  if (given) return given;
  return Buffer.from(await loadOrCreateSecret(join(dataDir, 'ticket-keys', name), randomSecret), 'hex');
}
