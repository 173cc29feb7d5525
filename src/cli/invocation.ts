import type { Io } from '../domain/index.js';
import type { CommandEntry } from './command-table.js';
import type { Services } from './services.js';
import type { MergedOptions } from './settings/merge-options.js';

/** A command with everything it needs: its argument, its options from all sources, and the world. */
export interface Invocation extends MergedOptions {
  readonly command: CommandEntry;
  readonly argument: string | null;
  readonly io: Io;
  readonly services: Services;
}
