import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { Backend } from '../core/backend/start-backend.ts';
import { createRequestListener } from './answer-request.ts';
import { watchPages } from './page-presence.ts';

export interface WebHostOptions {
  readonly backend: Backend;
  /** Folder of the built page. */
  readonly pageFolder: string;
  /** Called when every page has been gone for `patience` milliseconds; without it the host stays. */
  readonly whenPageGone?: { readonly patience: number; readonly act: () => void };
}

export interface WebHost {
  /** Address with the token in its fragment, which browsers send to no server. */
  readonly url: string;
  close(): Promise<void>;
}

/** Listens on the loopback address only, on a port that the system picks. */
function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('not listening on a port'));
      else resolve(address.port);
    });
  });
}

/** Serves the page and its requests to browsers of this machine. The token is new in every run and dies with it. */
export async function startWebHost({ backend, pageFolder, whenPageGone }: WebHostOptions): Promise<WebHost> {
  const token = randomBytes(32).toString('base64url');
  const presence = watchPages(whenPageGone?.patience ?? 0, whenPageGone?.act ?? (() => undefined));
  const server = createServer();
  const port = await listen(server);
  const host = `127.0.0.1:${port}`;
  server.on('request', createRequestListener({ backend, pageFolder, presence, identity: { host, token } }));
  return {
    url: `http://${host}/#token=${token}`,
    close() {
      presence.stop();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
