import { describe, expect, it } from '@jest/globals';
import type { SubgraphNote } from '../../gateway/federation/sources/subgraph-source.ts';
import { gatherNotes } from '../../gateway/access/notes.ts';

const note = (
  subgraph: string,
  path: SubgraphNote['path'],
  access: Readonly<Record<string, unknown>>,
): SubgraphNote => ({ subgraph, path, extensions: { access } });

const entry = {
  path: ['_entities', '@', 'integrity', 'records'],
  coordinate: 'IntegrityProfile.records',
  class: 'CREDIT_RESTRICTED',
  reason: 'ROLE',
  rule: 'CRE-06',
};

describe('what subgraphs say beside their data', () => {
  it('is put where its data belongs in the whole answer, one entry a path', () => {
    const notes = [
      note('integrity', ['persons', '@'], { withheld: [entry] }),
      note('integrity', ['persons', '@'], { withheld: [{ ...entry, rule: 'CRE-07' }] }),
    ];
    expect(gatherNotes([], notes).withheld).toEqual([
      { ...entry, path: ['persons', '@', 'integrity', 'records'] },
    ]);
  });

  it('never replaces what the gateway itself withheld', () => {
    const own = { ...entry, path: ['person', 'integrity', 'records'], reason: 'CASE' } as const;
    const notes = [note('integrity', ['person'], { withheld: [entry] })];
    expect(gatherNotes([own], notes).withheld).toEqual([own]);
  });

  it.each([
    ['no object', 'nothing'],
    ['lists of wrong things', { withheld: [1, null, 'x'], masked: {}, disclosed: 7, places: 'a', self: [3] }],
    ['an entry with a text to be shown', { withheld: [{ ...entry, rule: 'see <script>' }] }],
    ['an entry with another reason', { withheld: [{ ...entry, reason: 'BECAUSE' }] }],
    ['a path of objects', { withheld: [{ ...entry, path: [{}] }] }],
    ['a mask of no kind', { masked: [{ path: ['a'], kind: '__proto__' }] }],
    ['a disclosure by no row', { disclosed: [{ rules: 'x', persons: [] }] }],
  ])('that is %s says nothing', (_what, access) => {
    const gathered = gatherNotes([], [{ subgraph: 's', path: [], extensions: { access } }]);
    expect(gathered).toEqual({ withheld: [], masked: [], consents: [], disclosures: new Map() });
  });
});

describe('who was shown', () => {
  const given = (persons: readonly string[], rules: readonly string[], isMentioned = false) => ({
    disclosed: [{ persons, rules, isMentioned }],
  });

  it('is joined over departments: the rows of the table, and who gave', () => {
    const notes = [
      note('persons', [], { ...given(['a', 'b'], ['IDN-03']), places: ['persons.@'], self: ['a'] }),
      note('psych', ['persons', '@'], { ...given(['a'], ['PSA-02']), places: ['_entities.@'] }),
    ];
    expect([...gatherNotes([], notes).disclosures]).toEqual([
      [
        'a',
        {
          rules: new Set(['IDN-03', 'PSA-02']),
          subgraphs: new Set(['persons', 'psych']),
          relation: 'SELF',
          isMentioned: false,
        },
      ],
      [
        'b',
        {
          rules: new Set(['IDN-03']),
          subgraphs: new Set(['persons']),
          relation: undefined,
          isMentioned: false,
        },
      ],
    ]);
  });

  it('was mentioned who stands inside another person’s record, also where another department adds to him', () => {
    const notes = [
      note('persons', [], {
        disclosed: [
          { persons: ['a'], rules: ['IDN-03'], isMentioned: false },
          { persons: ['b'], rules: ['IDN-03'], isMentioned: true },
        ],
        places: ['person'],
      }),
      note('integrity', ['person', 'household', 'members', '@', 'person'], {
        ...given(['b'], ['CPO-04']),
        places: ['_entities.@'],
      }),
    ];
    const { disclosures } = gatherNotes([], notes);
    expect([disclosures.get('a')?.isMentioned, disclosures.get('b')?.isMentioned]).toEqual([false, true]);
  });

  it('was asked for who stands by himself anywhere, though he is mentioned elsewhere', () => {
    const notes = [
      note('persons', [], {
        disclosed: [
          { persons: ['b'], rules: ['IDN-03'], isMentioned: true },
          { persons: ['b'], rules: ['IDN-03'], isMentioned: false },
        ],
        places: ['a', 'b'],
      }),
    ];
    expect(gatherNotes([], notes).disclosures.get('b')?.isMentioned).toBe(false);
  });
});
