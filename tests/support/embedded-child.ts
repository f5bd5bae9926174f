import { startEmbeddedPostgres } from '../../subgraphs/kit/database/embedded.ts';
import { createLog } from '../../subgraphs/kit/log.ts';

// Starts or joins the server of a folder, says so on standard output, and leaves it when its standard input ends.
const postgres = await startEmbeddedPostgres({
  dataDir: process.argv[2] ?? '',
  log: createLog('child'),
  isDurable: false,
});
process.stdout.write(`${JSON.stringify({ url: postgres.urlOf(), isReused: postgres.isReused })}\n`);
process.stdin.resume();
process.stdin.once('end', () => {
  void postgres.stop().then(() => process.exit(0));
});
