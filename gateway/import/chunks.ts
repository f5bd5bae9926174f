import { decodeDamaged, decodeWhole } from '../../subgraphs/kit/damaged-text.ts';

/** Lines that go into one call, with the number of the first of them. */
export interface Chunk {
  readonly firstLine: number;
  readonly lines: readonly string[];
  readonly isLast: boolean;
}

export interface ChunkLimits {
  readonly lines: number;
  /** UTF-16 units of all lines together. */
  readonly length: number;
  /** Of one line; what is longer is no record, and its beginning is sent to wait in quarantine. */
  readonly lineLength: number;
}

/** A call takes 1,000 records and a body of 1 MiB, in which quotation marks and Chinese count more than once. */
export const defaultChunkLimits: ChunkLimits = { lines: 1_000, length: 250_000, lineLength: 60_000 };

/** How much of a line that is too long is kept. */
const keptOfLine = 2_000;

/**
 * Cuts a stream of text into chunks of whole lines, the same ones for the same text however it arrives: so a stream that is
 * sent again is known by its parts. Empty lines are lines too. The last chunk says so, and may have none.
 */
export async function* readChunks(
  stream: AsyncIterable<Uint8Array>,
  limits: ChunkLimits = defaultChunkLimits,
): AsyncGenerator<Chunk> {
  let chunk: { firstLine: number; lines: string[]; length: number } | null = null;
  let number = 0;
  for await (const line of readLines(stream, limits.lineLength)) {
    number += 1;
    if (chunk && (chunk.lines.length >= limits.lines || chunk.length + line.length > limits.length)) {
      yield { firstLine: chunk.firstLine, lines: chunk.lines, isLast: false };
      chunk = null;
    }
    chunk ??= { firstLine: number, lines: [], length: 0 };
    chunk.lines.push(line);
    chunk.length += line.length;
  }
  yield { firstLine: chunk?.firstLine ?? number + 1, lines: chunk?.lines ?? [], isLast: true };
}

const newline = 0x0a;
/** No unit of UTF-16 takes more bytes. */
const widest = 3;

/** Bytes that are no characters stay in their line (`kit/damaged-text.ts`): it waits in quarantine as it came. */
async function* readLines(stream: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<string> {
  let rest: Uint8Array = Buffer.alloc(0);
  let isCut = false;
  let isFirst = true;
  const take = (bytes: Uint8Array): string => {
    const text = decodeWhole(bytes, 'UTF-8') ?? decodeDamaged(bytes, 'UTF-8');
    const line = isFirst ? text.replace(/^\uFEFF/, '') : text;
    const whole = isCut || !line.endsWith('\r') ? line : line.slice(0, -1);
    const kept = isCut || whole.length > longest ? whole.slice(0, keptOfLine) : whole;
    [isCut, isFirst] = [false, false];
    return kept;
  };
  for await (const piece of stream) {
    let bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline)) {
      yield take(bytes.subarray(0, end));
      bytes = bytes.subarray(end + 1);
    }
    // A line without an end must not fill the memory.
    if (bytes.length > longest * widest) [bytes, isCut] = [bytes.subarray(0, keptOfLine * widest), true];
    rest = bytes;
  }
  if (rest.length > 0) yield take(rest);
}
