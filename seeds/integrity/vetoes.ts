import { isoOf, seedDayNumber } from '../calendar.ts';
import type { City } from '../city/city.ts';
import type { Row } from '../database/rows.ts';
import { Random } from '../random.ts';
import { leaderId, type Unit } from './subjects.ts';

type End = 'ACTIVE' | 'EXPIRED' | 'REVOKED';

interface Veto {
  readonly id: string;
  readonly subjectId: string;
  readonly trigger: string;
  readonly decidedOn: string;
  readonly from: string;
  readonly to: string;
  readonly revokedOn: string | null;
}

export const vetoRow = ({ id, subjectId, trigger, decidedOn, from, to, revokedOn }: Veto): Row => ({
  table: 'veto',
  columns: {
    id,
    subject_id: subjectId,
    trigger,
    decided_on: decidedOn,
    meeting_reference: `岩平安办示例〔${decidedOn.slice(0, 4)}〕${decidedOn.slice(5, 7)}号`,
    effective_from: from,
    effective_to: to,
    basis_article: '《福建省平安建设条例》第六章(示例)',
    revoked_on: revokedOn,
  },
});

const ends: readonly End[] = ['ACTIVE', 'EXPIRED', 'ACTIVE', 'REVOKED', 'ACTIVE', 'EXPIRED'];
const regions = ['350803', '350824112', '350823106201'] as const;

/** Vetoes fall on regions, units and leaders, never on ordinary people (domain: 厅字〔2016〕8号); each holds a year. */
export function* vetoRows(city: City, units: readonly Unit[]): Generator<Row> {
  const subjects = [
    ...regions.map((code) => `region-${code}`),
    ...units.slice(20, 30).map(({ id }) => id),
    ...Array.from({ length: 12 }, (_, index) => leaderId(index * 5)),
  ];
  for (const [index, subjectId] of subjects.entries()) {
    const random = new Random(city.seedNumber, 'veto', index);
    const end = ends[index % ends.length] ?? 'ACTIVE';
    const from = seedDayNumber - (end === 'EXPIRED' ? random.between(400, 900) : random.between(5, 120));
    yield vetoRow({
      id: `veto-${String(index + 1).padStart(3, '0')}`,
      subjectId,
      trigger: `T${random.between(1, 9)}`,
      decidedOn: isoOf(from - random.between(0, 5)),
      from: isoOf(from),
      to: isoOf(from + 364),
      revokedOn: end === 'REVOKED' ? isoOf(from + random.between(1, 4)) : null,
    });
  }
}
