import { Migration20261101Begin } from './begin-20261101.ts';

/** In the order they are run; a migration that has been released is never edited. */
export const migrations = [Migration20261101Begin] as const;
