import { createHmac } from 'node:crypto';

/**
 * What a citizen number is looked up by. An HMAC with a key, because a plain hash of one county's numbers is undone in
 * minutes. The number must be normalised.
 */
export const identifierHash = (key: Buffer, number: string): Buffer =>
  createHmac('sha256', key).update(number).digest();

/** Tells whether two processes hold the same key, without telling the key. */
export const keyFingerprint = (key: Buffer): Buffer =>
  createHmac('sha256', key).update('portrait-hub identifier key').digest();
