import { describe, expect, it } from '@jest/globals';
import {
  choice,
  key,
  number,
  optional,
  port,
  readEnvironment,
  text,
  url,
  type Variable,
} from '../../subgraphs/kit/env.ts';

/** What a variable makes of a text, read as the environment is. */
const valueOf = (variable: Variable<unknown>, given?: string): unknown =>
  readEnvironment({ only: { IT: variable } }, { IT: given }).only.IT;

const faultOf = (variable: Variable<unknown>, given?: string): string => {
  try {
    valueOf(variable, given);
  } catch (error) {
    return error instanceof Error ? error.message : 'no error at all';
  }
  return 'accepted';
};

const secret = 'hush-hush-7351';
const postgres = url(['postgres', 'postgresql']);

describe('a wrong environment', () => {
  const read = () =>
    readEnvironment(
      { own: { PORT: port(1), NAME: text() }, keys: { KEY: key(32), DB_URL: postgres, MODE: choice(['a']) } },
      { PORT: secret, KEY: secret, DB_URL: `mysql://user:${secret}@host/db`, MODE: secret },
    );

  it('is refused with all faults of all groups at once, one a line', () => {
    expect(read).toThrow(
      [
        'The environment is not right.',
        'PORT: expected a port from 0 to 65535, found something else',
        'NAME: expected a text, found nothing',
        'KEY: expected 32 bytes in hexadecimal, found something else',
        'DB_URL: expected a URL that begins with postgres:// or postgresql://, found something else',
        'MODE: expected one of a, found something else',
      ].join('\n'),
    );
  });

  it('is refused without repeating a value, some of which are secrets', () => {
    expect(read).not.toThrow(secret);
  });
});

describe('one variable', () => {
  it.each<[string, Variable<unknown>, string | undefined, string]>([
    ['a text that is not set', text(), undefined, 'a text, found nothing'],
    ['an empty text, which counts as not set', text(), '', 'a text, found nothing'],
    ['a number below the least', number(1, 9), '0.9', 'a number from 1 to 9, found something else'],
    ['a number above the most', number(1, 9), '9.1', 'a number from 1 to 9, found something else'],
    ['words for a number', number(1, 9), 'much', 'a number from 1 to 9'],
    ['NaN', number(1, 9), 'NaN', 'a number from 1 to 9'],
    ['Infinity', number(1, Infinity), 'Infinity', 'a number from 1 to'],
    ['a wrong number although there is a default', number(1, 9, 5), '10', 'a number from 1 to 9'],
    ['a port above 65535', port(), '65536', 'a port from 0 to 65535'],
    ['a negative port', port(), '-1', 'a port from 0 to 65535'],
    ['a port with a fraction', port(), '80.5', 'a port from 0 to 65535'],
    ['a port in another notation', port(), '0x50', 'a port from 0 to 65535'],
    ['a choice outside the list', choice(['on', 'off']), 'maybe', 'one of on, off'],
    ['a choice in another case', choice(['on', 'off']), 'ON', 'one of on, off'],
    ['no URL', postgres, 'hub', 'a URL that begins with postgres:// or postgresql://'],
    ['a URL of another scheme', postgres, 'http://host/db', 'a URL that begins with postgres://'],
    ['a URL whose scheme only begins right', postgres, 'postgresqlx://host/db', 'a URL that begins with'],
    ['a key that is too short', key(4), 'abcdef', '4 bytes in hexadecimal'],
    ['a key that is too long', key(4), 'abcdef0123', '4 bytes in hexadecimal'],
    ['a key that is not hexadecimal', key(4), 'abcdefgh', '4 bytes in hexadecimal'],
    ['a key that is not set', key(4), undefined, '4 bytes in hexadecimal, found nothing'],
    ['a wrong value although it may be absent', optional(port()), 'x', 'a port from 0 to 65535'],
  ])('is refused: %s', (_, variable, given, expected) => {
    expect(faultOf(variable, given)).toContain(`IT: expected ${expected}`);
  });

  it.each<[string, Variable<unknown>, string | undefined, unknown]>([
    ['a text', text(), 'here', 'here'],
    ['the default of a text that is not set', text('there'), undefined, 'there'],
    ['the default of an empty text', text('there'), '', 'there'],
    ['the least number', number(1, 9), '1', 1],
    ['the greatest number', number(1, 9), '9', 9],
    ['a fraction', number(0.001, 1), '0.25', 0.25],
    ['the default of a number', number(1, 9, 5), '', 5],
    ['port 0, by which the system chooses', port(4000), '0', 0],
    ['the highest port', port(), '65535', 65_535],
    ['one of a list', choice(['on', 'off']), 'off', 'off'],
    ['a URL, unchanged', postgres, 'postgresql://u:p%40@h:1/d?x=1', 'postgresql://u:p%40@h:1/d?x=1'],
    ['a key of capital and small digits', key(4), 'abCDef01', Buffer.from('abcdef01', 'hex')],
    ['an absent one that may be absent', optional(key(4)), undefined, undefined],
    ['an empty one that may be absent', optional(key(4)), '', undefined],
    ['a present one that may be absent', optional(port()), '80', 80],
  ])('is read: %s', (_, variable, given, value) => {
    expect(valueOf(variable, given)).toEqual(value);
  });
});

describe('a right environment', () => {
  it('comes in its groups, frozen, and without what nobody asked for', () => {
    const read = readEnvironment(
      { own: { PORT: port() }, other: { NAME: text('hub') } },
      { PORT: '80', PATH: '/bin' },
    );
    expect(read).toEqual({ own: { PORT: 80 }, other: { NAME: 'hub' } });
    expect([read, read.own, read.other].every(Object.isFrozen)).toBe(true);
  });
});
