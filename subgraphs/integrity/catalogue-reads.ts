import { sql } from 'kysely';
import { column, connection, one, type FieldRead, type Shape } from '../kit/reads/shape.ts';

/** What is said of a record type, in the catalogue of now and in each version of it. */
export const typeFields: Readonly<Record<string, FieldRead>> = {
  code: column('code'),
  name: column('name'),
  sharing: column('sharing'),
  polarity: column('polarity'),
  answerMode: column('answer_mode'),
  legalBasis: column('legal_basis'),
  maxAge: column('max_age_hours'),
  lookBackMonths: column('look_back_months'),
};

/** The catalogue by versions. */
export function createCatalogue(department: () => Shape): {
  readonly root: FieldRead;
  readonly shapes: readonly Shape[];
} {
  const item: Shape = {
    type: 'CatalogueItem',
    fields: {
      ...typeFields,
      department: one(
        department,
        (child, row) => sql`department ${child.table} where ${child('code')} = ${row('department_code')}`,
      ),
    },
  };
  const catalogue: Shape = {
    type: 'Catalogue',
    fields: {
      version: column('version'),
      publishedOn: column('published_on'),
      note: column('note'),
      items: connection(
        () => item,
        (child, row) => sql`catalogue_item ${child.table} where ${child('version')} = ${row('version')}`,
        [{ column: 'code', type: 'text' }],
      ),
    },
  };
  const root = one(
    () => catalogue,
    (child, _row, { args: { version } }) =>
      sql`catalogue_version ${child.table} where ${child('version')} = ${
        typeof version === 'number'
          ? sql`${version}::integer`
          : sql`(select max(v.version) from catalogue_version v)`
      }`,
  );
  return { root, shapes: [catalogue, item] };
}
