// Runs a test file with jest's own runner, but lets Node load it. jest would load every module anew for each file, into
// a context of its own: 1.3 s of every file that starts a hub, code that is never warm, and memory that is not given back.
// So what is imported is shared by the files of a worker, as it is by the requests of a hub; `jest.mock` cannot be used.
import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import circus from 'jest-circus/runner';
import { fileGlobals } from './file-globals.mjs';

const require = createRequire(import.meta.url);
const globals = new URL('./globals.mjs', import.meta.url);

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals'
      ? { url: `${globals.href}?${encodeURIComponent(context.parentURL)}`, shortCircuit: true }
      : next(specifier, context),
});

export default async function runFile(globalConfig, config, environment, runtime, testPath, tell) {
  const native = {
    requireModule: require,
    // The runner's own state is made when it is loaded, and is one file's.
    requireInternalModule: (path) => {
      delete require.cache[path];
      return require(path);
    },
    setGlobalsForRuntime: (found) => {
      runtime.setGlobalsForRuntime(found);
      fileGlobals.of = runtime.requireModuleOrMock(testPath, '@jest/globals');
    },
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: (path) => import(pathToFileURL(path).href),
    enterTestCode: () => runtime.enterTestCode(),
    leaveTestCode: () => runtime.leaveTestCode(),
  };
  try {
    return await circus.default(globalConfig, config, environment, native, testPath, tell);
  } finally {
    for (const symbol of Object.getOwnPropertySymbols(globalThis))
      if (['JEST_STATE_SYMBOL', 'EVENT_HANDLERS'].includes(symbol.description)) delete globalThis[symbol];
  }
}
