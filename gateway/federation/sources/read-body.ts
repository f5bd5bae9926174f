import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import type { Dispatcher } from 'undici';
import { unusable } from './no-answer.ts';

/** Enough for ten thousand people; an answer beyond it is not read to its end. */
export const defaultMaxBytes = 16 * 1024 * 1024;

type Response = Pick<Dispatcher.ResponseData, 'statusCode' | 'headers' | 'body'>;

const charsetParameter = /;\s*charset\s*=\s*"?([^";\s]+)"?/i;

const header = (headers: Response['headers'], name: string): string => {
  const value = headers[name];
  return (Array.isArray(value) ? value.join(',') : (value ?? '')).trim();
};

/** Status and type are judged before a byte of the body is read. */
const checkHead = ({ statusCode, headers }: Response, maxBytes: number): void => {
  const contentType = header(headers, 'content-type');
  const mediaType = contentType.split(';')[0]?.trim().toLowerCase();
  const isGraphql = mediaType === 'application/graphql-response+json';
  // A JSON body beside an error status may be any proxy's; the GraphQL type says that the subgraph itself
  // refuses.
  const refuses = isGraphql && statusCode >= 400 && statusCode < 500;
  if (statusCode !== 200 && !refuses) throw unusable(`status ${statusCode}`);
  if (!isGraphql && mediaType !== 'application/json') throw unusable('a content type that is not JSON');
  const charset = charsetParameter.exec(contentType)?.[1]?.toLowerCase();
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8')
    throw unusable('a charset other than UTF-8');
  const encoding = header(headers, 'content-encoding').toLowerCase();
  if (encoding !== '' && encoding !== 'identity') throw unusable('a content encoding that was not asked for');
  if (Number(header(headers, 'content-length')) > maxBytes) throw unusable(`a body over ${maxBytes} bytes`);
};

const readBytes = async (body: Response['body'], maxBytes: number): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    if (!Buffer.isBuffer(chunk)) throw unusable('a body that is not bytes');
    size += chunk.length;
    // Leaving the loop destroys the stream, and with it the socket.
    if (size > maxBytes) throw unusable(`a body over ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks, size);
  if (!isUtf8(bytes)) throw unusable('bytes that are not UTF-8');
  return bytes;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the body, so it is not passed on.
    throw unusable('a body that is not JSON');
  }
};

/** The JSON of a response and the digest of its bytes, or an exception that says, without quoting it, what is wrong. */
export const readBody = async (
  response: Response,
  maxBytes: number,
): Promise<{ readonly value: unknown; readonly digest: string }> => {
  try {
    checkHead(response, maxBytes);
  } catch (thrown) {
    // undici reports the early end as an error of the stream, which without a listener would end the process.
    response.body.on('error', () => undefined).destroy();
    throw thrown;
  }
  const bytes = await readBytes(response.body, maxBytes);
  return { value: parseJson(bytes.toString('utf8')), digest: hash('sha256', bytes, 'base64url') };
};
