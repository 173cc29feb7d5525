import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ROOT } from './pages.js';

/** What a script came to. */
export interface ScriptRun {
  readonly code: number | null;
  readonly stdout: string;
  /** Standard output and standard error as a terminal would show them. */
  readonly shown: string;
}

/**
 * A folder that looks like a clone to the commands of a page (`bin/` and `fixtures/` are there, and `margo` is on the
 * path), in which they may write files that later commands of the page read.
 */
export class ScratchFolder {
  readonly path: string;

  constructor() {
    this.path = mkdtempSync(join(tmpdir(), 'margo-docs-'));
    for (const name of ['bin', 'fixtures', 'docs']) symlinkSync(join(ROOT, name), join(this.path, name));
    mkdirSync(join(this.path, 'path'));
    const program = `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, 'bin/margo.js')}" "$@"\n`;
    writeFileSync(join(this.path, 'path', 'margo'), program, { mode: 0o755 });
    mkdirSync(join(this.path, 'node_modules'));
    symlinkSync(ROOT, join(this.path, 'node_modules/margo'));
  }

  /** Runs a script with bash; its first command that fails ends it. */
  run(script: string): Promise<ScriptRun> {
    // NODE_EXTRA_CA_CERTS costs every start of Node more than margo itself.
    const { NODE_EXTRA_CA_CERTS: _, MARGO_OPTIONS, MARGO_DEBUG, FORCE_COLOR, NO_COLOR, PATH, ...rest } = process.env;
    const env = { ...rest, PATH: `${join(this.path, 'path')}${delimiter}${PATH ?? ''}` };
    const child = spawn('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: this.path,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let shown = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      shown += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      shown += text;
    });
    return new Promise((done, failed) => {
      child.on('error', failed);
      child.on('close', (code) => done({ code, stdout, shown }));
    });
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
