import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The hub's own folder: the tools and their configuration are the real ones, only the sources are the test's. */
export const hubRoot = fileURLToPath(new URL('../..', import.meta.url));

export interface ToolchainProject {
  readonly folder: string;
  /** Runs a tool of node_modules in the project; what a tool finds is in its output, whatever its exit code. */
  readonly run: (tool: string, ...args: readonly string[]) => Promise<ToolRun>;
  /** Runs a tool that prints its findings as JSON; throws what it said instead when it printed none. */
  readonly findings: (tool: string, ...args: readonly string[]) => Promise<unknown>;
  readonly remove: () => Promise<void>;
}

export interface ToolRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A small project in a folder of its own, from file contents by path. */
export async function createProject(files: Readonly<Record<string, string>>): Promise<ToolchainProject> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-toolchain-'));
  await Promise.all(Object.entries(files).map(([path, text]) => write(join(folder, path), text)));
  const run: ToolchainProject['run'] = (tool, ...args) => runNode(join(hubRoot, tool), args, folder);
  return {
    folder,
    run,
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
  await writeFile(file, text);
}

function runNode(script: string, args: readonly string[], cwd: string): Promise<ToolRun> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [script, ...args],
      { cwd, maxBuffer: 32 * 1024 * 1024 },
      (error, stdout, stderr) => {
        // A tool that found something exits non-zero; one that could not be started or was killed has no exit code.
        const exitCode = error ? error.code : 0;
        if (typeof exitCode === 'number') resolve({ exitCode, stdout, stderr });
        else reject(new Error(`${script} did not run to its end.`, { cause: error }));
      },
    );
  });
}
