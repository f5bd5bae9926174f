import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export interface FaultServer {
  readonly url: string;
  readonly requests: readonly { readonly headers: IncomingMessage['headers']; readonly body: Buffer }[];
  /** Resolves when every connection is gone. */
  allGone(): Promise<void>;
  close(): Promise<void>;
}

export type Answering = (response: ServerResponse, body: string) => void;

/** A subgraph over HTTP that answers as badly as it is told. */
export const startFaultServer = async (answer: Answering): Promise<FaultServer> => {
  const sockets = new Set<Socket>();
  const requests: { headers: IncomingMessage['headers']; body: Buffer }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      requests.push({ headers: request.headers, body });
      answer(response, body.toString());
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/graphql?v=1`,
    requests,
    allGone: async () => {
      // A socket that was reset is as gone as one that was closed; `once` would reject for it.
      await Promise.all([...sockets].map((socket) => new Promise((gone) => socket.once('close', gone))));
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

export const sendJson = (
  response: ServerResponse,
  body: string | Buffer,
  type = 'application/json',
): void => {
  response.writeHead(200, { 'content-type': type }).end(body);
};
