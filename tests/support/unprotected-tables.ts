const ofThings = 'names of places, organisations and kinds, none of people';
const ofMigrations = 'names of migrations';
const ofCounsellors =
  'counsellors are named as the public service they are (精神卫生法 §20), by no id of the register of persons; who came to them is in `appointment`';

/**
 * Tables that a run-time role reads, that have a column which could name somebody, and that are not under row security: each
 * with the reason. A table that is neither here nor under row security fails `row-security-traps.test.ts`.
 */
export const unprotected: Readonly<Record<string, string>> = {
  'governance.mikro_orm_migrations': ofMigrations,
  'governance.organisation': ofThings,
  'grids.division': ofThings,
  'grids.grid': ofThings,
  'grids.mikro_orm_migrations': ofMigrations,
  'integrity.catalogue_item': ofThings,
  'integrity.department': ofThings,
  'integrity.mikro_orm_migrations': ofMigrations,
  'integrity.record_type': ofThings,
  'persons.mikro_orm_migrations': ofMigrations,
  'psych.counsellor': ofCounsellors,
  'psych.mikro_orm_migrations': ofMigrations,
  'psych.provider': ofThings,
  'psych.slot': ofCounsellors,
  'psych.station': `${ofThings}; the telephone is the station’s`,
  'volunteers.mikro_orm_migrations': ofMigrations,
  'volunteers.task_type': ofThings,
  'volunteers.team': ofThings,
};
