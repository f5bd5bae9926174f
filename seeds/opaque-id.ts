import { mix } from './random.ts';

// Crockford's digits: no i, l, o, u, so that an id read aloud stays itself.
const digits = '0123456789abcdefghjkmnpqrstvwxyz';
const halfMask = 0xfffff;
const halfSize = 2 ** 20;

/**
 * An id that tells nothing: a letter for the kind of thing and 40 bits that scramble its index (a Feistel network of four
 * rounds, so two indexes never give one id). A running number would tell neighbours and household by looking alike.
 */
export function opaqueId(kind: string, index: number): string {
  let left = Math.floor(index / halfSize);
  let right = index % halfSize;
  const key = kind.charCodeAt(0);
  for (let round = 1; round <= 4; round += 1) {
    const turned = (left ^ mix(right ^ Math.imul(key + round, 0x9e3779b9))) & halfMask;
    left = right;
    right = turned;
  }
  return kind + write(left) + write(right);
}

function write(half: number): string {
  return (
    digits.charAt(half >>> 15) +
    digits.charAt((half >>> 10) & 31) +
    digits.charAt((half >>> 5) & 31) +
    digits.charAt(half & 31)
  );
}
