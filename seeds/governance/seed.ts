import { cast, type CastName } from '../cast.ts';
import { placeNameOf } from '../city/divisions.ts';
import { arrayOf, type Row, type SeedContext, type SubgraphSeed } from '../database/rows.ts';
import { departments } from '../integrity/catalogue.ts';

export const governanceSeed: SubgraphSeed = {
  name: 'governance',
  tables: ['consent_receipt', 'organisation'],
  rows: ({ city }) => [...receipts.map(toRow), ...organisationRows(city)],
  expectedRows: ({ divisions }) => receipts.length + divisions.length + departments.length,
};

/** Who may have looked, by name: the divisions, and the departments as the catalogue has them. */
const organisationRows = ({ divisions }: SeedContext['city']): readonly Row[] =>
  [
    ...divisions.map((division) => ({
      code: division.code,
      name: division.level === 'VILLAGE' ? placeNameOf(division) : division.name,
    })),
    ...departments,
  ].map(({ code, name }) => ({ table: 'organisation', columns: { code, name } }));

interface Receipt {
  readonly of: CastName;
  readonly dataClass: string;
  readonly purpose: string;
  readonly recipient: string;
  readonly from: string;
  readonly to: string;
  readonly withdrawnOn: string | null;
}

/** One that holds for each class that consent opens, one that was withdrawn, one that has run out. */
const receipts: readonly Receipt[] = [
  {
    of: 'ouyangShuqin',
    dataClass: 'CONTACT',
    purpose: 'PSYCH_CARE',
    recipient: 'COUNSELLOR',
    from: '2026-06-01',
    to: '2029-05-31',
    withdrawnOn: null,
  },
  {
    of: 'linMeihua',
    dataClass: 'PSYCH_FOLLOW_UP',
    purpose: 'PSYCH_CARE',
    recipient: 'TOWNSHIP_CENTRE',
    from: '2026-08-05',
    to: '2029-08-04',
    withdrawnOn: null,
  },
  {
    of: 'yangXiaofang',
    dataClass: 'CONTACT',
    purpose: 'VOLUNTEER_MANAGEMENT',
    recipient: 'VOLUNTEER_MANAGER',
    from: '2026-02-01',
    to: '2029-01-31',
    withdrawnOn: '2026-09-15',
  },
  {
    of: 'huangJianjun',
    dataClass: 'CONTACT',
    purpose: 'VOLUNTEER_MANAGEMENT',
    recipient: 'VOLUNTEER_MANAGER',
    from: '2023-01-01',
    to: '2024-12-31',
    withdrawnOn: null,
  },
];

const midnight = (day: string): string => `${day}T00:00:00+08:00`;

function toRow({ of, dataClass, purpose, recipient, from, to, withdrawnOn }: Receipt, index: number): Row {
  return {
    table: 'consent_receipt',
    columns: {
      id: `consent-of-${cast[of].id}`,
      person_id: cast[of].id,
      idempotency_key: `seed-${index}`,
      classes: arrayOf([dataClass]),
      purpose,
      recipients: arrayOf([recipient]),
      valid_from: midnight(from),
      valid_to: midnight(to),
      evidence: '示例同意书',
      granted_at: midnight(from),
      granted_by: cast[of].id,
      withdrawn_at: withdrawnOn === null ? null : midnight(withdrawnOn),
    },
  };
}
