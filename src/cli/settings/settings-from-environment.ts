import yargsParser from 'yargs-parser';
import { type Issue, makeIssue } from '../../domain/index.js';
import { nearestName } from '../../ingest/nearest-name.js';
import type { Flag } from '../flag.js';
import { FLAG_TABLE } from '../flag-table.js';
import type { Setting, SettingsLayer } from './setting.js';
import { settingsFromAssignments } from './settings-from-assignments.js';

const PLACE = 'in MARGO_OPTIONS';
const FLAGS: readonly Flag[] = FLAG_TABLE.filter((flag: Flag) => flag.from !== 'argv');

interface Spelling {
  readonly flag: Flag;
  readonly negated: boolean;
}

/** Every spelling of a flag with what it sets: `--no-color` sets `color` to false. */
const SPELLINGS: ReadonlyMap<string, Spelling> = new Map(
  FLAGS.flatMap((flag): (readonly [string, Spelling])[] => {
    const names = [flag.name, ...(flag.aliases ?? []), ...(flag.short === undefined ? [] : [flag.short])];
    const plain = names.map((name) => [name, { flag, negated: false }] as const);
    const negated = [`no-${flag.name}`, { flag, negated: true }] as const;
    return flag.type === 'toggle' ? [...plain, negated] : plain;
  }),
);

/**
 * Reads the text of MARGO_OPTIONS, written like a command line: `--format json --horizon 14`. One text serves every command: an
 * option that the command does not have is passed over, one that no command has is an issue.
 *
 * @returns the options and, apart from them, what its `--set` said, which ranks below them
 */
export function settingsFromEnvironment(text: string): { flags: SettingsLayer; assignments: SettingsLayer } {
  const isSwitch = (name: string) => ['switch', 'toggle'].includes(SPELLINGS.get(name)?.flag.type ?? '');
  const names = [...SPELLINGS.keys()];
  const { _: stray, ...given } = yargsParser(text, {
    boolean: names.filter(isSwitch),
    string: names.filter((name) => !isSwitch(name)),
    configuration: {
      'camel-case-expansion': false,
      'boolean-negation': false,
      'dot-notation': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'short-option-groups': false,
    },
  });
  const issues: Issue[] = stray.map((word) =>
    makeIssue('CFG_STRAY_ARGUMENT', { field: 'MARGO_OPTIONS', value: String(word) }),
  );
  issues.push(...untrueSwitches(text, names.filter(isSwitch)));
  const settings: Setting[] = [];
  const assignments: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    const spelling = SPELLINGS.get(name);
    if (spelling === undefined) issues.push(unknownOption(name, names));
    else if (spelling.flag.key === 'set') assignments.push(...[value].flat().map(String));
    else settings.push(...settingsOf(spelling.flag, spelling.negated, name, value, issues));
  }
  return {
    flags: { settings, parameters: {}, issues },
    assignments: settingsFromAssignments(assignments, `--set ${PLACE}`),
  };
}

function settingsOf(flag: Flag, negated: boolean, name: string, value: unknown, issues: Issue[]): Setting[] {
  const label = `${name.length === 1 ? '-' : '--'}${name} ${PLACE}`;
  const values = [value].flat();
  if (values.includes('')) {
    issues.push(makeIssue('CFG_MISSING_VALUE', { field: label, expected: flag.argument ?? 'VALUE' }));
    return [];
  }
  const raw = negated ? value !== true : flag.repeatable === true ? values : values.at(-1);
  return [{ flag, raw, label, at: null, only: null }];
}

/** The parser reads `--quiet=maybe` as false without a word, so the text itself is looked at. */
function untrueSwitches(text: string, switches: readonly string[]): Issue[] {
  return [...text.matchAll(/(?:^|\s)--([\w-]+)=(\S*)/g)]
    .filter(([, name = '', value = '']) => switches.includes(name) && value !== 'true' && value !== 'false')
    .map(([, name = '', value = '']) =>
      makeIssue('CFG_BAD_VALUE', { field: `--${name} ${PLACE}`, value, expected: 'true or false' }),
    );
}

function unknownOption(name: string, names: readonly string[]): Issue {
  const nearest = nearestName(name, names);
  return makeIssue('CFG_UNKNOWN_OPTION', {
    value: `${name.length === 1 ? '-' : '--'}${name}`,
    subject: 'MARGO_OPTIONS',
    hint: nearest === null ? null : `did you mean --${nearest}?`,
  });
}
