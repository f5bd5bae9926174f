import { sql } from 'kysely';
import { column, value, type Expression, type FieldRead, type Shape } from '../kit/reads/shape.ts';

/** A department's name by its code; the code where none is known. */
export const departmentName = (code: Expression): Expression =>
  sql`coalesce((select o.name from organisation o where o.code = ${code}), ${code})`;

export const nameOfDepartment = (codeColumn: string): FieldRead =>
  value((row) => departmentName(row(codeColumn)));

/** A department by a row's column `code`. */
export const department: Shape = {
  type: 'Department',
  fields: { code: column('code'), name: nameOfDepartment('code') },
};

/** The same by its code alone, for what is known of departments beside the tables. */
export const departmentByCode: Shape = { ...department, entity: { key: 'code' } };
