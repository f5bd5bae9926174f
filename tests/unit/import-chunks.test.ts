import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readChunks, type Chunk } from '../../gateway/import/chunks.ts';

const limits = { lines: 5, length: 60, lineLength: 40 };

async function* inPieces(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
    await Promise.resolve();
  }
}

async function cut(text: string, sizes: readonly number[] = [7]): Promise<readonly Chunk[]> {
  const chunks: Chunk[] = [];
  for await (const chunk of readChunks(inPieces(new TextEncoder().encode(text), sizes), limits))
    chunks.push(chunk);
  return chunks;
}

describe('a stream of lines', () => {
  it('is cut into the same chunks however it arrives, with every line in them once', async () => {
    const line = fc.string({ unit: fc.constantFrom('a', '示', '"', ' ', '𠀀'), maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 30 }),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 }),
        async (lines, sizes) => {
          const text = lines.map((one) => `${one}\n`).join('');
          const chunks = await cut(text, sizes);
          expect(chunks.flatMap((chunk) => chunk.lines)).toEqual(lines);
          expect(chunks).toEqual(await cut(text, [1]));
          expect(chunks.filter(({ isLast }) => isLast)).toEqual(chunks.slice(-1));
          for (const { firstLine, lines: own } of chunks)
            expect(lines.slice(firstLine - 1, firstLine - 1 + own.length)).toEqual(own);
        },
      ),
    );
  });

  it('may begin with a byte order mark, end its lines as Windows does, and lack the last end', async () => {
    expect(await cut('\uFEFF{"a":1}\r\n{"b":2}')).toEqual([
      { firstLine: 1, lines: ['{"a":1}', '{"b":2}'], isLast: true },
    ]);
  });

  it('keeps bytes that are no characters in their own line, as they came', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"a":"林'),
      Buffer.from('ffe6', 'hex'),
      Buffer.from('"}\n{"b":2}\n'),
    ]);
    for (const size of [1, 3, 50]) {
      const lines: string[] = [];
      for await (const chunk of readChunks(inPieces(bytes, [size]), limits)) lines.push(...chunk.lines);
      expect(lines).toEqual(['{"a":"林\udcff\udce6"}', '{"b":2}']);
    }
  });

  it('of one endless line fills no memory: its beginning is kept', async () => {
    const lines = (await cut(`ok\n${'x'.repeat(100_000)}\nok\n`, [1_000])).flatMap((chunk) => chunk.lines);
    expect([lines.length, lines[0], lines[2]]).toEqual([3, 'ok', 'ok']);
    expect(lines[1]?.length).toBeLessThanOrEqual(2_000);
  });

  it('is read no further than what is asked for', async () => {
    let read = 0;
    async function* source(): AsyncGenerator<Uint8Array> {
      for (let index = 0; index < 1_000; index += 1) {
        read += 1;
        yield new TextEncoder().encode(`${index}\n`);
        await Promise.resolve();
      }
    }
    const chunks = readChunks(source(), limits);
    await chunks.next();
    expect(read).toBeLessThanOrEqual(limits.lines + 1);
    await chunks.return(undefined);
  });
});
