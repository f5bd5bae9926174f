import { Migration20261101Begin } from './begin-20261101.ts';
import { Migration20261123Guardians } from './guardians-20261123.ts';
import { Migration20261123GlassPerson } from './glass-person-20261123.ts';
import { Migration20261123IdentifierTries } from './identifier-tries-20261123.ts';
import { Migration20261124MatchPeople } from './match-people-20261124.ts';
import { Migration20261126RegisterNews } from './register-news-20261126.ts';
import { Migration20261125ReviewPeople } from './review-people-20261125.ts';
import { Migration20261123RowSecurity } from './row-security-20261123.ts';
import { Migration20261126RowSecurity } from './row-security-20261126.ts';

/** In the order they are run; a migration that has been released is never edited. */
export const migrations = [
  Migration20261101Begin,
  Migration20261123RowSecurity,
  Migration20261123IdentifierTries,
  Migration20261123Guardians,
  Migration20261123GlassPerson,
  Migration20261124MatchPeople,
  Migration20261125ReviewPeople,
  Migration20261126RegisterNews,
  Migration20261126RowSecurity,
] as const;
