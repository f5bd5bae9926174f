import { Migration20261123BreakGlass } from './break-glass-20261123.ts';
import { Migration20261126CheckLines } from './check-lines-20261126.ts';
import { Migration20261123Consent } from './consent-20261123.ts';
import { Migration20261123Ledger } from './ledger-20261123.ts';
import { Migration20261123Organisation } from './organisation-20261123.ts';
import { Migration20261126RowSecurity } from './row-security-20261126.ts';

/** In the order they are run; a migration that has been released is never edited. */
export const migrations = [
  Migration20261123Consent,
  Migration20261123Ledger,
  Migration20261123BreakGlass,
  Migration20261123Organisation,
  Migration20261126CheckLines,
  Migration20261126RowSecurity,
] as const;
