import { StringDecoder } from 'node:string_decoder';

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

async function* readLines(stream: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let isCut = false;
  const take = (text: string): string => {
    const line = isCut ? text : text.endsWith('\r') ? text.slice(0, -1) : text;
    const kept = isCut || line.length > longest ? line.slice(0, keptOfLine) : line;
    isCut = false;
    return kept;
  };
  let isFirst = true;
  for await (const bytes of stream) {
    let text = decoder.write(Buffer.from(bytes));
    if (isFirst && text !== '') {
      text = text.replace(/^\uFEFF/, '');
      isFirst = false;
    }
    rest += text;
    let start = 0;
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', start)) {
      const line = take(rest.slice(start, end));
      start = end + 1;
      yield line;
    }
    rest = rest.slice(start);
    // A line without an end must not fill the memory.
    if (rest.length > longest) [rest, isCut] = [rest.slice(0, keptOfLine), true];
  }
  rest += decoder.end();
  if (rest !== '') yield take(rest);
}
