import { SaxesParser } from 'saxes';
import { FileRefused } from './raw-row.ts';

export interface XmlHandlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/**
 * Tells the handlers of each element, by its name without prefix, and yields what `take` gives after each piece of text.
 * @throws FileRefused for what is no XML, and for a document type: no workbook has one, and entities would hide in it.
 */
export async function* parseXml<T>(
  texts: AsyncIterable<string>,
  handlers: XmlHandlers,
  take: () => T,
): AsyncGenerator<T, void> {
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw new FileRefused('Expected a workbook without document types; got one with.');
  });
  parser.on('error', (error) => {
    throw new FileRefused('Expected a workbook of well-formed parts; got one that is damaged.', {
      cause: error,
    });
  });
  parser.on('opentag', (tag) => handlers.open?.(bare(tag.name), tag.attributes));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('closetag', (tag) => handlers.close?.(bare(tag.name)));
  for await (const text of texts) {
    parser.write(text);
    yield take();
  }
  parser.close();
}

/** The same, to the end. */
export async function parseWholeXml(texts: AsyncIterable<string>, handlers: XmlHandlers): Promise<void> {
  const parsing = parseXml(texts, handlers, () => null);
  while (!(await parsing.next()).done) continue;
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);
