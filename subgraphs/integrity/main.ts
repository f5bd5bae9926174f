import { loadIdentifierKey } from '../kit/identifier.ts';
import { runSubgraph } from '../kit/run.ts';
import { loadCertificateKey } from './certificate/certificate-key.ts';
import { keepLinks } from './links/keep-links.ts';
import { keepReviews } from './reviews/keep-reviews.ts';
import { createIntegrity } from './subgraph.ts';

const clock = (): Date => new Date();

await runSubgraph(
  'integrity',
  async (settings) =>
    createIntegrity({
      identifierKey: await loadIdentifierKey(settings),
      certificateKey: await loadCertificateKey(settings.dataDir),
    }),
  async ({ settings, database, log, stops }) => {
    const keeping = { database: database.kysely, clock, log };
    keepReviews(keeping, stops);
    keepLinks({ ...keeping, identifierKey: await loadIdentifierKey(settings) }, stops);
  },
);
