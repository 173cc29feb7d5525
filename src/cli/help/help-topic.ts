import { EXIT_CODES } from '../exit-codes.js';
import type { Flag } from '../flag.js';
import { FLAG_TABLE } from '../flag-table.js';
import { wrapText } from './wrap-text.js';

/** Topics of `margo help` that are no commands. */
export const HELP_TOPICS = ['exit-codes', 'settings'] as const;

/** The page of a topic. */
export function helpTopic(topic: (typeof HELP_TOPICS)[number]): string {
  return topic === 'exit-codes' ? exitCodesPage() : settingsPage();
}

function exitCodesPage(): string {
  const rows = EXIT_CODES.map(({ code, meaning }) => wrapText(meaning, `${code}`.padStart(5), 7));
  return ['Exit codes:', ...rows, '', 'When several apply, the first of these counts: 130, 70, 3, 2, 6, 4, 5, 1.'].join(
    '\n',
  );
}

function settingsPage(): string {
  const table: readonly Flag[] = FLAG_TABLE;
  const keyed = table.filter((flag) => flag.from === undefined);
  const width = Math.max(...keyed.map((flag) => flag.key.length)) + 4;
  return [
    'Where options come from, the first that names one:',
    '  1. flags, then --set KEY=VALUE',
    '  2. the environment variable MARGO_OPTIONS, written like flags',
    '  3. the file of --config',
    '  4. ./margo.config.json',
    '',
    'A configuration file is JSON. A key at its top holds for every command that has',
    'the option; in the section of a command it holds for that command and wins over',
    'the top. The section model holds parameters of the model, and id names the',
    'model. File names are relative to the folder of the configuration file.',
    '',
    '  {',
    '    "format": "json",',
    '    "model": { "scanSigmas": 5 },',
    '    "optimize": { "horizon": 14, "maxTrades": 5 }',
    '  }',
    '',
    '--set takes the same keys with dots: --set model.scanSigmas=5,',
    '--set optimize.horizon=14, --set horizon=14.',
    '',
    'Keys:',
    ...keyed.map((flag) => wrapText(flag.about, `  ${flag.key}`, width)),
    '',
    'NO_COLOR and FORCE_COLOR are obeyed; --color and --no-color win over them.',
    'MARGO_DEBUG=1 shows where a fault of margo happened.',
  ].join('\n');
}
