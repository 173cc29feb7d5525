import { type ChildProcess, spawn as spawnProcess } from 'node:child_process';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

export interface SpawnOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What standard input holds; nothing by default, and never ending when null. */
  readonly input?: string | null;
  /** Called when the process has started, to send it signals or close its pipes. */
  readonly started?: (child: ChildProcess) => void;
}

export interface Spawned {
  /** Null when a signal ended the process. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs `node bin/margo.js` as a user would: dist/ must have been built. The environment is that of the tests without what would
 * change the program's manner, and without NODE_EXTRA_CA_CERTS, which costs a start more than margo itself.
 */
export function spawn(argv: readonly string[], options: SpawnOptions = {}): Promise<Spawned> {
  const { NODE_EXTRA_CA_CERTS: _, NO_COLOR, FORCE_COLOR, MARGO_OPTIONS, MARGO_DEBUG, ...env } = process.env;
  const child = spawnProcess(process.execPath, [join(ROOT, 'bin/margo.js'), ...argv], {
    cwd: options.cwd ?? ROOT,
    env: { ...env, ...options.env },
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
    });
  }
  // A process that ends before it has read its input closes the pipe; that is its right.
  child.stdin.on('error', () => undefined);
  if (options.input !== null) child.stdin.end(options.input ?? '');
  options.started?.(child);
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => done({ code, ...said }));
  });
}
