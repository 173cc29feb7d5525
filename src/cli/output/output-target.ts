import { lstat, realpath, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { type Issue, makeIssue } from '../../domain/index.js';

/** Where a document goes. A device or pipe is written to as it is; a file is replaced as a whole, keeping its permissions. */
export type OutputTarget =
  | { readonly kind: 'stdout' }
  | { readonly kind: 'device'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string; readonly mode: number | null };

export type OutputTargetOrIssue = { readonly target: OutputTarget } | { readonly issue: Issue };

/**
 * Looks at the target of `-o` before the run, so that a long run does not end with "cannot write". A symbolic link is followed and
 * stays a link: what it points to is replaced.
 *
 * @param inputs the run's input files by role; writing over one of them is refused
 */
export async function outputTarget(
  output: string | null,
  cwd: string,
  inputs: readonly { readonly role: string; readonly file: string }[] = [],
): Promise<OutputTargetOrIssue> {
  if (output === null || output === '-' || output === '/dev/stdout') return { target: { kind: 'stdout' } };
  const refuse = (code: Parameters<typeof makeIssue>[0], facts: { subject?: string; detail?: string } = {}) => ({
    issue: makeIssue(code, { field: '--output', value: output, ...facts }),
  });
  const asked = resolve(cwd, output);
  try {
    const real = await existing(asked);
    if (real === 'dead link') return refuse('CFG_OUTPUT_DEAD_LINK');
    if (real === null) {
      if (output.endsWith('/')) return refuse('CFG_OUTPUT_NO_FOLDER');
      const folder = await existing(dirname(asked));
      if (folder === null || folder === 'dead link' || !(await stat(folder)).isDirectory()) {
        return refuse('CFG_OUTPUT_NO_FOLDER');
      }
      return { target: { kind: 'file', path: resolve(folder, basename(asked)), mode: null } };
    }
    const status = await stat(real);
    if (status.isDirectory()) return refuse('CFG_OUTPUT_IS_FOLDER');
    if (!status.isFile()) return { target: { kind: 'device', path: asked } };
    for (const { role, file } of inputs) {
      if (file !== '-' && (await existing(resolve(cwd, file))) === real)
        return refuse('CFG_OUTPUT_IS_INPUT', { subject: role });
    }
    return { target: { kind: 'file', path: real, mode: status.mode & 0o7777 } };
  } catch (error) {
    return refuse('CFG_OUTPUT_FAILED', { detail: (error as Error).message });
  }
}

/** The path with links followed; null when nothing is there. */
async function existing(path: string): Promise<string | 'dead link' | null> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
  try {
    return (await lstat(path)).isSymbolicLink() ? deviceBehind(path) : null;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

/** `/dev/stdout` and `/dev/fd/63` are links whose text names no path although they can be opened: stat knows better. */
async function deviceBehind(path: string): Promise<string | 'dead link'> {
  try {
    await stat(path);
    return path;
  } catch {
    return 'dead link';
  }
}

function isAbsent(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
