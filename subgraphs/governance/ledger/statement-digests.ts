/** Digests of one piece of memory: 45 days of statements. */
const ofPiece = 65_536;
const bytes = 32;

/** SHA-256 digests of statements by their numbers, which begin with 1: 32 bytes each, so that ten years are 170 MB. */
export class StatementDigests {
  readonly #pieces: Buffer[] = [];
  #count = 0;

  /** Takes that of the next number, hexadecimal. */
  add(digest: string): void {
    const place = this.#count % ofPiece;
    if (place === 0) this.#pieces.push(Buffer.alloc(ofPiece * bytes));
    this.#pieces.at(-1)?.write(digest, place * bytes, bytes, 'hex');
    this.#count += 1;
  }

  /** Undefined for a number that no statement has. */
  of(n: number): string | undefined {
    if (!Number.isSafeInteger(n) || n < 1 || n > this.#count) return undefined;
    const begin = ((n - 1) % ofPiece) * bytes;
    return this.#pieces[Math.floor((n - 1) / ofPiece)]?.toString('hex', begin, begin + bytes);
  }
}
