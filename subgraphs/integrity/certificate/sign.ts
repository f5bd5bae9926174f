import { createPublicKey, type KeyObject } from 'node:crypto';
import canonicalize from 'canonicalize';
import { calculateJwkThumbprint, CompactSign, exportJWK, type JWK } from 'jose';
import type { ArchivePackage } from '../domain/certificate/archive-package.ts';
import type { CertificatePayload } from '../domain/certificate/payload.ts';

/** The public half of a key as a JWK (RFC 8037), named by its thumbprint (RFC 7638). */
export async function printCertificateKey(key: KeyObject): Promise<JWK & { readonly kid: string }> {
  const jwk = await exportJWK(createPublicKey(key));
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'EdDSA', use: 'sig' };
}

/** A certificate: a compact JWS (RFC 7515) over the canonical bytes (RFC 8785) of what it says. */
export const signCertificate = (payload: CertificatePayload, key: KeyObject): Promise<string> =>
  sign(payload, 'review-certificate+jws', key);

/** An archive package, signed like a certificate and never to be taken for one. */
export const signArchive = (archive: ArchivePackage, key: KeyObject): Promise<string> =>
  sign(archive, 'review-archive+jws', key);

async function sign(content: object, typ: string, key: KeyObject): Promise<string> {
  const text = canonicalize(content);
  if (text === undefined) throw new Error('What is signed is an object');
  const { kid } = await printCertificateKey(key);
  return new CompactSign(Buffer.from(text)).setProtectedHeader({ alg: 'EdDSA', kid, typ }).sign(key);
}
