import { findConflictGaps } from '../../schema/caller.ts';
import { readConfig } from '../config.ts';
import { signDevToken } from './dev-issuer.ts';
import { readCaller } from './token-arguments.ts';

try {
  const { dataDir, isProduction } = readConfig();
  if (isProduction)
    throw new Error('The development issuer is off: NODE_ENV is production or OIDC_ISSUER is set.');
  const caller = readCaller(process.argv.slice(2));
  process.stdout.write(`${await signDevToken(dataDir, caller)}\n`);
  process.stderr.write(
    findConflictGaps(caller)
      .map((gap) => `Note: ${gap}.\n`)
      .join(''),
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'No token was made.'}\n`);
  process.exitCode = 1;
}
