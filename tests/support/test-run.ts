import type { EmbeddedPostgres } from '../../subgraphs/kit/database/embedded.ts';

/** What set-up leaves for tear-down; both run in jest's own process. */
export const testRun: { postgres?: EmbeddedPostgres; dataDir?: string; logFile?: string } = {};
