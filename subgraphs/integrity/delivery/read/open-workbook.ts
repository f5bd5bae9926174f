import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { decodeText } from './decode-text.ts';
import { parseWholeXml, type XmlHandlers } from './parse-xml.ts';
import { FileRefused } from './raw-row.ts';

export interface Workbook {
  /** The parts of the first sheet, and of the texts that cells share, as XML; null where a workbook has none. */
  readonly sheet: AsyncIterable<string>;
  readonly sharedStrings: AsyncIterable<string> | null;
  /** Days are counted from 1904 on. */
  readonly isFrom1904: boolean;
}

/** 100,000 rows are some 10 MB packed and 100 MB unpacked; what is far above is a bomb or not of this city. */
const largestPacked = 64 * 1024 * 1024;
const largestUnpacked = 512 * 1024 * 1024;
const mostParts = 1000;

/**
 * Opens a workbook. A zip has its list of contents at the end, so the packed file is held in memory; its parts stream.
 * @throws FileRefused for what is no workbook, is encrypted, or is larger than can be meant, before anything is unpacked.
 */
export async function openWorkbook(input: AsyncIterable<unknown>): Promise<Workbook> {
  const zip = await open(await collect(input));
  const parts = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    if (parts.size >= mostParts || unpacked > largestUnpacked) {
      throw new FileRefused('Expected a workbook of at most 512 MB unpacked; got a larger one.');
    }
    if (entry.isEncrypted())
      throw new FileRefused('Expected a workbook without a password; got an encrypted one.');
    parts.set(entry.fileName, entry);
  }
  const book = await readBook(zip, parts);
  const sheet = parts.get(book.path);
  if (!sheet) throw new FileRefused('Expected a workbook with a sheet; got none.');
  const strings = parts.get('xl/sharedStrings.xml');
  return {
    sheet: readPart(zip, sheet),
    sharedStrings: strings ? readPart(zip, strings) : null,
    isFrom1904: book.isFrom1904,
  };
}

async function collect(input: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('Expected a stream of bytes.');
    size += chunk.length;
    if (size > largestPacked)
      throw new FileRefused('Expected a workbook of at most 64 MB; got a larger one.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function open(bytes: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes);
  } catch (error) {
    throw new FileRefused('Expected a workbook (XLSX); got a file that is no zip archive.', { cause: error });
  }
}

async function readBook(
  zip: ZipFile,
  parts: ReadonlyMap<string, Entry>,
): Promise<{ path: string; isFrom1904: boolean }> {
  let firstSheet = '';
  let isFrom1904 = false;
  let target = 'worksheets/sheet1.xml';
  const take = async (path: string, open: NonNullable<XmlHandlers['open']>): Promise<void> => {
    const part = parts.get(path);
    if (!part) return;
    await parseWholeXml(readPart(zip, part), { open });
  };
  await take('xl/workbook.xml', (name, attributes) => {
    if (name === 'sheet' && firstSheet === '') firstSheet = attributes['r:id'] ?? '';
    if (name === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
  });
  await take('xl/_rels/workbook.xml.rels', (name, attributes) => {
    if (name === 'Relationship' && attributes['Id'] === firstSheet) target = attributes['Target'] ?? target;
  });
  return { path: target.startsWith('/') ? target.slice(1) : `xl/${target}`, isFrom1904 };
}

/** Unpacks a part; more bytes than the list of contents says are an error of the stream. */
async function* readPart(zip: ZipFile, entry: Entry): AsyncIterable<string> {
  yield* decodeText(await unpack(zip, entry));
}

async function unpack(zip: ZipFile, entry: Entry): Promise<AsyncIterable<unknown>> {
  const stream = await zip.openReadStreamPromise(entry);
  return (async function* () {
    try {
      yield* stream;
    } catch (error) {
      throw new FileRefused('Expected a workbook of parts that unpack; got one that is damaged.', {
        cause: error,
      });
    }
  })();
}
