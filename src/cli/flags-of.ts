import type { CommandName, Flag } from './flag.js';
import { FLAG_TABLE } from './flag-table.js';

/** The flags a command takes, in the order of help. */
export function flagsOf(command: CommandName): readonly Flag[] {
  const table: readonly Flag[] = FLAG_TABLE;
  return table.filter((flag) => flag.commands.includes(command));
}
