import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Io } from '../../domain/index.js';

/** What a file of correlations may be called. */
const TABLE = /\.(?:csv|tsv|txt|json|ndjson|jsonl)(?:\.gz)?$/i;

/**
 * The files of correlation matrices of a folder, in the order of their names; those inside folders of it, hidden ones and files
 * of other kinds are passed over. Of a path that is no folder, that path.
 */
export async function matrixFiles(path: string, { cwd }: Pick<Io, 'cwd'>): Promise<readonly string[]> {
  const place = resolve(cwd, path);
  const isFolder = await stat(place).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [path];
  const entries = await readdir(place, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && TABLE.test(entry.name) && !entry.name.startsWith('.'))
    .map(({ name }) => join(path, name))
    .sort((a, b) => (a < b ? -1 : 1));
}
