import { createPublicKey, type KeyObject } from 'node:crypto';
import canonicalize from 'canonicalize';
import { calculateJwkThumbprint, CompactSign, exportJWK, type JWK } from 'jose';
import type { CertificatePayload } from '../domain/certificate/payload.ts';

/** The public half of a key as a JWK (RFC 8037), named by its thumbprint (RFC 7638). */
export async function printCertificateKey(key: KeyObject): Promise<JWK & { readonly kid: string }> {
  const jwk = await exportJWK(createPublicKey(key));
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'EdDSA', use: 'sig' };
}

/** A certificate: a compact JWS (RFC 7515) over the canonical bytes (RFC 8785) of what it says. */
export async function signCertificate(payload: CertificatePayload, key: KeyObject): Promise<string> {
  const text = canonicalize(payload);
  if (text === undefined) throw new Error('What a certificate says is an object');
  const { kid } = await printCertificateKey(key);
  return new CompactSign(Buffer.from(text))
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'review-certificate+jws' })
    .sign(key);
}
