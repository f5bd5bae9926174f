import { describe, expect, it } from '@jest/globals';
import { signCertificate, printCertificateKey } from '../../subgraphs/integrity/certificate/sign.ts';
import { readPublicKey, verifyCertificate } from '../../subgraphs/integrity/certificate/verify-alone.mjs';
import {
  cleanPayload,
  faultOf,
  newKey,
  provisionalPayload,
  signText,
  vetoPayload,
} from '../support/certificate.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const key = newKey();
const jws = await signCertificate(cleanPayload, key);
const publicKey = readPublicKey(JSON.stringify(await printCertificateKey(key)));
const isValid = (file: string): boolean => verifyCertificate(Buffer.from(file), publicKey).kind === 'VALID';

/** The neighbours that differ in the lowest and in the highest bit, and what is not base64url at all. */
const replacementsOf = (character: string): readonly string[] => {
  const index = alphabet.indexOf(character);
  const alphabetical = index < 0 ? ['A', '_'] : [alphabet.charAt(index ^ 1), alphabet.charAt(index ^ 32)];
  return [...alphabetical, '', '.', '=', '\n'].filter((one) => one !== character);
};

describe('a certificate', () => {
  it.each([
    ['a pass', cleanPayload],
    ['a decision under reserve', provisionalPayload],
    ['a veto', vetoPayload],
  ])('is valid as it was signed: %s', async (_, payload) => {
    expect(await faultOf(await signCertificate(payload, key), key)).toBeNull();
  });

  it('fails with any one of its characters altered or gone', () => {
    const survivors: string[] = [];
    for (let at = 0; at < jws.length; at += 1) {
      for (const other of replacementsOf(jws.charAt(at))) {
        const altered = `${jws.slice(0, at)}${other}${jws.slice(at + 1)}`;
        if (isValid(altered)) survivors.push(`${at}: ${other}`);
      }
    }
    expect(survivors).toEqual([]);
  }, 120_000);

  it('fails with every other last character of each part, spare bits included', () => {
    const ends = [...jws.matchAll(/\.|$/g)].map(({ index }) => index - 1);
    expect(ends).toHaveLength(3);
    for (const end of ends) {
      const others = [...alphabet].filter((one) => one !== jws.charAt(end));
      const survivors = others.filter((one) => isValid(`${jws.slice(0, end)}${one}${jws.slice(end + 1)}`));
      expect(survivors).toEqual([]);
    }
  });

  it('may end with one line break, and with or in nothing else', () => {
    expect(isValid(`${jws}\n`)).toBe(true);
    const dressed = [
      `${jws}\n\n`,
      `${jws}\r\n`,
      `${jws} `,
      ` ${jws}`,
      `\uFEFF${jws}`,
      `\n${jws}`,
      `${jws}.`,
      `${jws}=`,
    ];
    expect(dressed.filter(isValid)).toEqual([]);
    expect([jws.slice(0, -1), jws.slice(1), '', `${jws}${jws}`].filter(isValid)).toEqual([]);
  });

  it('fails with a signature that is the same number by another name', () => {
    // S plus the order of the group signs the same for a verifier that does not reduce it (RFC 8032 §5.1.7).
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const [header = '', payload = '', signature = ''] = jws.split('.');
    const bytes = Buffer.from(signature, 'base64url');
    let scalar = BigInt(`0x${Buffer.from(bytes.subarray(32)).reverse().toString('hex')}`) + order;
    for (let at = 32; at < 64; at += 1, scalar >>= 8n) bytes[at] = Number(scalar & 255n);
    expect(isValid(`${header}.${payload}.${bytes.toString('base64url')}`)).toBe(false);
  });

  it('fails when another key signed it, under whichever name', async () => {
    const other = newKey();
    expect(await faultOf(await signCertificate(cleanPayload, other), key)).toMatch(
      /^header\.kid: expected .+ found/,
    );
    const { kid } = await printCertificateKey(key);
    const text = Buffer.from(jws.split('.')[1] ?? '', 'base64url');
    expect(await faultOf(await signText(text, other, { kid }), key)).toMatch(
      /^signature: expected one by the key/,
    );
  });

  it.each([
    ['alg none', { alg: 'none' }, 'header.alg: expected EdDSA, found "none"'],
    ['alg HS256', { alg: 'HS256' }, 'header.alg: expected EdDSA, found "HS256"'],
    ['another typ', { typ: 'JWT' }, 'header.typ: expected review-certificate+jws, found "JWT"'],
    ['a key of its own', { jwk: {} }, 'header: expected no other members, found ["jwk"]'],
    ['crit', { crit: ['b64'], b64: false }, 'header: expected no other members, found ["crit","b64"]'],
  ])('fails under a header with %s', async (_, header, fault) => {
    expect(await faultOf(await signText('{}', key, header), key)).toBe(fault);
  });

  it('fails without a signature, or with a short one', async () => {
    const [header = '', payload = ''] = jws.split('.');
    expect(await faultOf(`${header}.${payload}.`, key)).toMatch(/^certificate: expected three parts/);
    expect(await faultOf(`${header}.${payload}.AA`, key)).toMatch(/^signature: expected one by the key/);
  });
});
