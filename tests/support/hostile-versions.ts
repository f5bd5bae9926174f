import { base, type Recipe, singleRows } from './hostile-recipes.ts';

/** Several rows about one record, or one that was there before. */
const versions: readonly Recipe[] = [
  {
    name: 'two versions of one record',
    asks: 'LIVING',
    make: (given) => {
      const values = base(given);
      return [
        { values, fate: { kind: 'SUPERSEDED' } },
        {
          values: { ...values, title: '更正后的标题' },
          fate: { kind: 'ACCEPTED', method: 'CERTAIN', personId: given.person.personId },
        },
      ];
    },
  },
  {
    name: 'the same row twice',
    asks: 'LIVING',
    make: (given) => {
      const values = base(given);
      return [
        { values, fate: { kind: 'ACCEPTED', method: 'CERTAIN', personId: given.person.personId } },
        { values, fate: { kind: 'UNCHANGED' } },
      ];
    },
  },
  {
    name: 'recorded and withdrawn',
    asks: 'LIVING',
    make: (given) => [
      { values: base(given), fate: { kind: 'SUPERSEDED' } },
      { values: { source_id: `H-${given.index}`, operation: 'WITHDRAW' }, fate: { kind: 'WITHDRAWN' } },
    ],
  },
  {
    name: 'recorded, corrected, withdrawn and recorded again',
    asks: 'LIVING',
    make: (given) => {
      const values = base(given);
      return [
        { values, fate: { kind: 'SUPERSEDED' } },
        { values: { ...values, title: '更正后的标题' }, fate: { kind: 'SUPERSEDED' } },
        {
          values: { source_id: `H-${given.index}`, operation: 'WITHDRAW', as_of: '2026-10-02' },
          fate: { kind: 'SUPERSEDED' },
        },
        {
          values: { ...values, as_of: '2026-10-03' },
          fate: { kind: 'ACCEPTED', method: 'CERTAIN', personId: given.person.personId },
        },
      ];
    },
  },
  {
    name: 'a later row that is older',
    asks: 'LIVING',
    make: (given) => [
      {
        values: base(given),
        fate: { kind: 'ACCEPTED', method: 'CERTAIN', personId: given.person.personId },
      },
      { values: { ...base(given), title: '较早的标题', as_of: '2026-09-01' }, fate: { kind: 'OUTDATED' } },
    ],
  },
  {
    name: 'a correction that names somebody else',
    asks: 'LIVING',
    make: (given) => [
      { values: base(given), fate: { kind: 'SUPERSEDED' } },
      {
        values: { ...base(given), name: given.other.name, id_number: given.other.number ?? '' },
        fate: { kind: 'ACCEPTED', method: 'CONFLICT', personId: given.other.personId },
      },
    ],
  },
  {
    name: 'id of another type',
    asks: 'LIVING',
    make: (given) => [
      { values: { ...base(given), source_id: `T-${given.index}` }, fate: { kind: 'OTHER_TYPE' } },
    ],
  },
  {
    name: 'withdrawal of nothing',
    asks: 'LIVING',
    make: ({ index }) => [
      { values: { source_id: `H-${index}`, operation: '撤回' }, fate: { kind: 'NOTHING_TO_WITHDRAW' } },
    ],
  },
];

export const recipes: readonly Recipe[] = [...singleRows, ...versions];
