import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Io } from '../domain/index.js';

const NAME = 'margo.config.json';

/**
 * The configuration file of the folder in which margo runs, by its name there; null when it has none. One that cannot be read counts:
 * reading it tells what is wrong with it.
 */
export function projectConfig({ cwd }: Pick<Io, 'cwd'>): string | null {
  return existsSync(resolve(cwd, NAME)) ? NAME : null;
}
