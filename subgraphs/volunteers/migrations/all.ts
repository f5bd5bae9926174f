import { Migration20261101Begin } from './begin-20261101.ts';
import { Migration20261123RowSecurity } from './row-security-20261123.ts';
import { Migration20261126RowSecurity } from './row-security-20261126.ts';

/** In the order they are run; a migration that has been released is never edited. */
export const migrations = [
  Migration20261101Begin,
  Migration20261123RowSecurity,
  Migration20261126RowSecurity,
] as const;
