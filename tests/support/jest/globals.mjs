// What a test file gets for `@jest/globals`: evaluated once for each of them.
import { fileGlobals } from './file-globals.mjs';

export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test } =
  fileGlobals.of;
