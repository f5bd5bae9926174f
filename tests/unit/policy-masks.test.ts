import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digitsAfterSixth, isMaskKind, mask, type MaskKind } from '../../schema/policy/masks.ts';

const kinds: readonly MaskKind[] = ['NAME', 'IDENTIFIER_AREA', 'IDENTIFIER_ENDS', 'PHONE', 'ADDRESS'];

const hanzi = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code));
const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(''));

/** Values of the forms that the register holds. */
const forms: Readonly<Record<MaskKind, fc.Arbitrary<string>>> = {
  NAME: fc.array(hanzi, { minLength: 2, maxLength: 5 }).map((characters) => characters.join('')),
  IDENTIFIER_AREA: fc.tuple(digits(17), fc.constantFrom(...'0123456789X')).map((parts) => parts.join('')),
  IDENTIFIER_ENDS: fc.tuple(digits(17), fc.constantFrom(...'0123456789X')).map((parts) => parts.join('')),
  PHONE: digits(10).map((rest) => `1${rest}`),
  ADDRESS: fc
    .tuple(
      fc.array(hanzi, { minLength: 1, maxLength: 9 }),
      fc.constantFrom('社区', '居委会', '村委会', '村', '镇'),
      digits(3),
    )
    .map(([place, kind, number]) => `福建省龙岩市${place.join('')}${kind}${number}号`),
};

describe('a mask', () => {
  it.each(kinds)('%s never gives back the text it was put on', (kind) => {
    fc.assert(
      fc.property(forms[kind], (text) => {
        expect(mask(kind, text)).not.toBe(text);
      }),
    );
  });

  it.each(kinds)('%s gives back nothing of an empty text but its stars', (kind) => {
    expect(mask(kind, '')).toMatch(/^\*+$/);
  });

  it.each(['FACE', '', 'toString', '__proto__', 'constructor', undefined, null, 1])(
    'is not of the kind %s',
    (kind) => {
      expect(isMaskKind(kind)).toBe(false);
    },
  );

  it('is of the kinds that the schema names', () => {
    expect(kinds.every(isMaskKind)).toBe(true);
  });
});

describe('a masked name', () => {
  it.each([
    ['张伟', '张*'],
    ['张晓明', '张*'],
    ['欧阳娜', '欧阳*'],
    ['欧阳修文', '欧阳*'],
    ['诸葛亮', '诸葛*'],
    ['张', '张*'],
    ['𠀀伟', '𠀀*'],
  ])('of %s is %s', (name, masked) => {
    expect(mask('NAME', name)).toBe(masked);
  });

  it('tells nothing of the length of the given name', () => {
    fc.assert(
      fc.property(forms.NAME, hanzi, (name, more) => {
        expect(mask('NAME', `张${name}`)).toBe(mask('NAME', `张${name}${more}`));
      }),
    );
  });
});

describe('a masked citizen number', () => {
  it('shows its six digits of area and twelve stars', () => {
    expect(mask('IDENTIFIER_AREA', '350802199001011234')).toBe('350802************');
  });

  it('hangs on nothing after the sixth digit, nor on the length', () => {
    fc.assert(
      fc.property(digits(6), fc.string({ maxLength: 12 }), (area, tail) => {
        expect(mask('IDENTIFIER_AREA', area + tail)).toBe(`${area}************`);
      }),
    );
  });

  it('of the other kind shows its ends in eighteen characters', () => {
    expect(mask('IDENTIFIER_ENDS', '35080219900101123X')).toBe('350802********123X');
  });

  it('counts as telling where digits after the sixth are shown, also under a mask for something else', () => {
    expect(kinds.map((kind) => [kind, digitsAfterSixth(kind)])).toEqual([
      ['NAME', 0],
      ['IDENTIFIER_AREA', 0],
      ['IDENTIFIER_ENDS', 4],
      ['PHONE', 4],
      ['ADDRESS', 0],
    ]);
  });
});

describe('a masked telephone number', () => {
  it('shows the first three and the last four', () => {
    expect(mask('PHONE', '13812341234')).toBe('138****1234');
  });

  it('has eleven characters, whatever the number', () => {
    fc.assert(
      fc.property(forms.PHONE, (phone) => {
        expect(mask('PHONE', phone)).toHaveLength(11);
      }),
    );
  });
});

describe('a masked address', () => {
  it.each([
    ['福建省龙岩市新罗区东城街道东兴社区和平路12号', '福建省龙岩市新罗区东城街道东兴社区****'],
    ['龙岩市永定区湖坑镇洪坑村振成楼3号', '龙岩市永定区湖坑镇洪坑村****'],
    ['龙岩市新罗区西陂街道条围居委会8号', '龙岩市新罗区西陂街道条围居委会****'],
    ['厦门市思明区湖滨南路9号', '****'],
    ['龙岩市漳平市溪南镇宝山林果场生活区示例路12号演示新村3幢102室', '****'],
    ['龙岩市漳平市菁城街道示例路１２号新村3幢', '****'],
  ])('of %s is %s', (address, masked) => {
    expect(mask('ADDRESS', address)).toBe(masked);
  });

  it('shows nothing after the community', () => {
    fc.assert(
      fc.property(digits(4), (door) => {
        expect(mask('ADDRESS', `东兴社区和平路${door}号`)).toBe('东兴社区****');
      }),
    );
  });
});
