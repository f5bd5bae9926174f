import { randomBytes, type KeyObject } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadSigningKey } from '../../kit/witness/signing-key.ts';
import { printCertificateKey } from './sign.ts';

/** Where the key that signs certificates is, and its public half, in the hub's data directory. */
export const certificateKeyPaths = (dataDir: string) => ({
  key: join(dataDir, 'review-certificate-key'),
  publicKey: join(dataDir, 'review-certificate.pub.json'),
});

/** The key that signs certificates, made at the first use; its public half is put beside it for whoever verifies. */
export async function loadCertificateKey(dataDir: string): Promise<KeyObject> {
  const paths = certificateKeyPaths(dataDir);
  const key = await loadSigningKey(paths.key);
  // Written beside its place and moved there: who verifies meanwhile must not read half a key.
  const draft = `${paths.publicKey}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${JSON.stringify(await printCertificateKey(key))}\n`, { mode: 0o644, flag: 'wx' });
  await rename(draft, paths.publicKey);
  return key;
}
