import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';

/** The worker itself is the world of a test file: no context of its own, so that nothing is loaded anew for each file. */
export default class WorkerEnvironment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null; // those of old
  #own = { console, exit: process.exit, getBuiltinModule: process.getBuiltinModule };

  constructor({ projectConfig: config }) {
    this.fakeTimersModern = new ModernFakeTimers({ config, global: globalThis });
  }

  async setup() {
    // jest leads it into a context that is not here.
    process.getBuiltinModule = this.#own.getBuiltinModule;
  }

  async teardown() {
    this.fakeTimersModern.dispose();
    process.exit = this.#own.exit;
    globalThis.console = this.#own.console;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return null;
  }
}
