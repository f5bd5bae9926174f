import { createRequire } from 'node:module';
import type * as Shield from 'graphql-shield';

/**
 * graphql-shield reads `util.isUndefined`, which Node 23 took away: it is given back before shield is loaded, here and
 * nowhere else.
 */
const require = createRequire(import.meta.url);
const util: unknown = require('node:util');
if (typeof util === 'object' && util !== null && !('isUndefined' in util)) {
  Object.defineProperty(util, 'isUndefined', { value: (value: unknown) => value === undefined });
}
const loaded = require('graphql-shield') as typeof Shield;

export const { shield, rule, deny } = loaded;
