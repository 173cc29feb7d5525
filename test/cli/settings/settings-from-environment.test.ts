import { describe, expect, it } from 'vitest';
import { settingsFromEnvironment } from '../../../src/cli/settings/settings-from-environment.js';

const read = (text: string) => {
  const { flags, assignments } = settingsFromEnvironment(text);
  return {
    options: flags.settings.map(({ flag, raw }) => [flag.key, raw]),
    set: { ...assignments.parameters },
    codes: [...flags.issues, ...assignments.issues].map(({ code, value }) => [code, value]),
  };
};

describe('MARGO_OPTIONS', () => {
  it.each<[string, unknown[][]]>([
    ['', []],
    [
      '--format json --horizon 14',
      [
        ['format', 'json'],
        ['horizon', '14'],
      ],
    ],
    ['--format=json', [['format', 'json']]],
    ['--json', [['json', true]]],
    ['--json=false', [['json', false]]],
    [
      '-q -o out.json',
      [
        ['quiet', true],
        ['output', 'out.json'],
      ],
    ],
    ['--no-repair', [['noRepair', true]]],
    ['--color', [['color', true]]],
    ['--no-color', [['color', false]]],
    [
      '--limit "delta BTC -2..2" --limit=\'vega total 90%..110%\'',
      [['limit', ['delta BTC -2..2', 'vega total 90%..110%']]],
    ],
    ['--limit "delta BTC -2..2"', [['limit', ['delta BTC -2..2']]]],
    ['--horizon 1 --horizon 2', [['horizon', '2']]],
    ['--trades 5', [['maxTrades', '5']]],
    ['--fail-above -5', [['failAbove', '-5']]],
    ['--config other.json', [['config', 'other.json']]],
    ["--market 'a file.csv'", [['market', 'a file.csv']]],
  ])('%s', (text, options) => {
    expect(read(text)).toEqual({ options, set: {}, codes: [] });
  });

  it('may hold --set', () => {
    expect(read('--set model.scanSigmas=5 --set model.volUp=0.2').set).toEqual({ scanSigmas: 5, volUp: 0.2 });
  });

  it.each<[string, string, string | null]>([
    ['--qiet', 'CFG_UNKNOWN_OPTION', '--qiet'],
    ['-x', 'CFG_UNKNOWN_OPTION', '-x'],
    ['--toString=3', 'CFG_UNKNOWN_OPTION', '--toString'],
    ['margin', 'CFG_STRAY_ARGUMENT', 'margin'],
    ['--quiet no', 'CFG_STRAY_ARGUMENT', 'no'],
    ['--json=1', 'CFG_BAD_VALUE', '1'],
    ['--market', 'CFG_MISSING_VALUE', null],
    ['--market ""', 'CFG_MISSING_VALUE', null],
    ['--set scanSigmas', 'CFG_BAD_ASSIGNMENT', 'scanSigmas'],
  ])('%s is refused: %s', (text, code, value) => {
    expect(read(text).codes).toEqual([[code, value]]);
  });
});
