import { describe, expect, it } from '@jest/globals';
import { recordTypes } from '../../seeds/integrity/catalogue.ts';
import { readCatalogue, type CatalogueLine } from '../../subgraphs/integrity/domain/catalogue-lint.ts';

const good: CatalogueLine = {
  code: 'D33-PEN',
  name: '行政处罚',
  sharing: 'UNCONDITIONAL',
  polarity: 'NEGATIVE',
  answer_mode: 'FULL',
  legal_basis: '',
  max_age_hours: '168',
  look_back_months: '60',
};

const faultsOf = (...lines: readonly CatalogueLine[]): readonly string[] => {
  const read = readCatalogue(lines);
  return 'faults' in read ? read.faults : [];
};

describe('a catalogue', () => {
  it.each<[string, Partial<CatalogueLine>, string]>([
    ['of a department that is none', { code: 'D43-PEN' }, 'a code like D33-PEN'],
    ['without a name', { name: ' ' }, 'a name of 1 to 100 characters'],
    ['with another sharing attribute', { sharing: 'SOMETIMES' }, 'sharing as one of'],
    ['with another polarity', { polarity: '-' }, 'polarity as one of'],
    ['with another answer mode', { answer_mode: 'AUTO' }, 'answer_mode as one of'],
    ['with an age that is no number', { max_age_hours: '7d' }, 'a whole number from 1, or nothing'],
    ['that shares belief', { name: '公民宗教信仰' }, 'nothing of belief, illness, body or petitions'],
    ['that shares illness', { name: '精神障碍登记' }, 'nothing of belief, illness, body or petitions'],
    ['that shares petitions', { name: '信访事项' }, 'nothing of belief, illness, body or petitions'],
    ['that keeps back without a law', { sharing: 'NOT_SHARED' }, 'the law that forbids sharing'],
  ])('%s is refused with its line', (_, change, fault) => {
    expect(faultsOf(good, { ...good, code: 'D33-ABN', ...change })).toEqual([
      expect.stringContaining(`line 3: expected ${fault}`),
    ]);
  });

  it('is refused with every fault at once, and when it is empty', () => {
    expect(faultsOf({ ...good, code: 'x', name: '' }, { ...good, polarity: '' })).toHaveLength(3);
    expect(faultsOf(good, good)).toEqual(['line 3: expected each code once']);
    expect(faultsOf()).toEqual(['expected at least one record type, found none']);
  });

  it('may list what is prohibited as not shared, with its law', () => {
    expect(
      faultsOf({ ...good, name: '信访事项', sharing: 'NOT_SHARED', legal_basis: '信访工作条例' }),
    ).toEqual([]);
  });

  it('of the seeds is read as it stands', () => {
    const types = [...recordTypes.values()];
    const read = readCatalogue(
      types.map((type) => ({
        code: type.code,
        name: type.name,
        sharing: type.sharing,
        polarity: type.polarity,
        answer_mode: type.answerMode,
        legal_basis: type.legalBasis,
        max_age_hours: String(type.maxAgeHours ?? ''),
        look_back_months: String(type.lookBackMonths ?? ''),
      })),
    );
    expect(read).toEqual({
      items: types.map((type) => ({
        code: type.code,
        department_code: type.departmentCode,
        kind: type.kind,
        name: type.name,
        sharing: type.sharing,
        polarity: type.polarity,
        data_class: type.dataClass,
        answer_mode: type.answerMode,
        legal_basis: type.legalBasis,
        max_age_hours: type.maxAgeHours,
        look_back_months: type.lookBackMonths,
      })),
    });
    expect(new Set(types.map(({ departmentCode }) => departmentCode)).size).toBe(42);
  });
});
