import { loadIdentifierKey } from '../kit/identifier.ts';
import { runSubgraph } from '../kit/run.ts';
import { loadCertificateKey } from './certificate/certificate-key.ts';
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
  ({ database, log, stops }) => keepReviews({ database: database.kysely, clock, log }, stops),
);
