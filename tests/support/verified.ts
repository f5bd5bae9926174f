import { readFile } from 'node:fs/promises';
import { certificateKeyPaths } from '../../subgraphs/integrity/certificate/certificate-key.ts';
import { readPublicKey, verifyCertificate } from '../../subgraphs/integrity/certificate/verify-alone.mjs';
import type { CertificatePayload } from '../../subgraphs/integrity/domain/certificate/payload.ts';
import type { TestHub } from './hub.ts';

/** What a certificate says, once it has been verified as somebody without the hub would, with the public key alone. */
export async function verified(hub: TestHub, jws: string | undefined): Promise<CertificatePayload> {
  const { publicKey } = certificateKeyPaths(hub.config.dataDir);
  const verdict = verifyCertificate(Buffer.from(jws ?? ''), readPublicKey(await readFile(publicKey, 'utf8')));
  if (verdict.kind !== 'VALID') throw new Error(verdict.fault);
  return verdict.payload;
}
