import { sql } from 'kysely';
import { endOfArea, significantDigits } from '../../../schema/area.ts';
import type { Expression } from './shape.ts';

/** Whether a code lies in an area, as a range, so that an index in "C" order answers it. */
export const withinArea = (code: Expression, area: string): Expression =>
  sql`(${code} >= ${significantDigits(area)} and ${code} < ${endOfArea(area)})`;
