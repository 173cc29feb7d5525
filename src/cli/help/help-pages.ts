import { parseArgv } from '../argv/parse-argv.js';
import { COMMAND_TABLE } from '../command-table.js';

/** The pages of `margo --help` (by the name `margo`) and of `margo COMMAND --help` as they are printed; the build keeps them as files. */
export function helpPages(): ReadonlyMap<string, string> {
  const pages = new Map([['margo', page(['--help'])]]);
  for (const { name } of COMMAND_TABLE) pages.set(name, page([name, '--help']));
  return pages;
}

function page(argv: readonly string[]): string {
  const parsed = parseArgv(argv);
  if (parsed.kind !== 'text') throw new Error(`${argv.join(' ')} is no question for help`);
  return parsed.text.endsWith('\n') ? parsed.text : `${parsed.text}\n`;
}
