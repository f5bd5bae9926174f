// jest's runner cannot read TypeScript; Node can erase its types without moving a line, so stack traces stay true.
import { stripTypeScriptTypes } from 'node:module';

export default {
  process: (source, path) => ({ code: path.endsWith('.ts') ? stripTypeScriptTypes(source) : source }),
};
