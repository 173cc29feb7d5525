import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The help page that a command line asks for and nothing else (`--help`, `COMMAND --help`, `-h` for either); null for another command
 * line, and for a page that is not there.
 *
 * @param folder where the build has written the pages, `margo.txt` and one for each command
 */
export function helpPage(argv: readonly string[], folder: string): string | null {
  const [command, flag] = argv.length === 1 ? ['margo', argv[0]] : argv;
  if (argv.length > 2 || command === undefined || !/^[a-z]+$/.test(command)) return null;
  if (flag !== '--help' && flag !== '-h') return null;
  try {
    return readFileSync(join(folder, `${command}.txt`), 'utf8');
  } catch {
    return null;
  }
}
