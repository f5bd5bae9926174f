import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The hub's own folder: the tools and their configuration are the real ones, only the sources are the test's. */
export const hubRoot = fileURLToPath(new URL('../..', import.meta.url));

export interface ToolRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

type RunTool = (tool: string, ...args: readonly string[]) => Promise<ToolRun>;

export interface ToolchainProject {
  readonly folder: string;
  /** Runs a script by Node in the project; what it finds is in its output, whatever its exit code. */
  readonly run: RunTool;
  /** Runs a script by bash, with the project's own `bin/` before the system's. */
  readonly runShell: RunTool;
  /** Runs a tool that prints its findings as JSON; throws what it said instead when it printed none. */
  readonly findings: (tool: string, ...args: readonly string[]) => Promise<unknown>;
  readonly remove: () => Promise<void>;
}

/** A small project in a folder of its own, from file contents by path. */
export async function createProject(files: Readonly<Record<string, string>>): Promise<ToolchainProject> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-toolchain-'));
  await Promise.all(Object.entries(files).map(([path, text]) => write(join(folder, path), text)));
  const runBy =
    (program: string): RunTool =>
    (tool, ...args) =>
      start(program, [resolve(hubRoot, tool), ...args], folder);
  const run = runBy(process.execPath);
  return {
    folder,
    run,
    runShell: runBy('bash'),
    findings: async (tool, ...args) => {
      const { stdout, stderr } = await run(tool, ...args);
      if (stdout === '') throw new Error(`${tool} printed no findings: ${stderr}`);
      return JSON.parse(stdout) as unknown;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text, { mode: 0o755 });
}

function start(program: string, args: readonly string[], cwd: string): Promise<ToolRun> {
  const path = [join(cwd, 'bin'), dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'];
  const options = { cwd, env: { PATH: path.join(delimiter) }, maxBuffer: 32 * 1024 * 1024 };
  return new Promise((done, reject) => {
    execFile(program, args, options, (error, stdout, stderr) => {
      // A tool that found something exits non-zero; one that could not be started or was killed has no exit code.
      const exitCode = error ? error.code : 0;
      if (typeof exitCode === 'number') done({ exitCode, stdout, stderr });
      else reject(new Error(`${program} ${args.join(' ')} did not run to its end.`, { cause: error }));
    });
  });
}
