export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: { '\\.ts$': '<rootDir>/tests/support/strip-types.mjs' },
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
  // Generous: a loaded machine is slow, and nothing here is a claim about time.
  testTimeout: 60_000,
  maxWorkers: 2,
  // Modules of finished files stay in a worker (they are ESM); without this it would spend its time looking for memory.
  workerIdleMemoryLimit: '700MB',
};
