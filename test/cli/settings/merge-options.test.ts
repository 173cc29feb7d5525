import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flag } from '../../../src/cli/flag.js';
import { mergeOptions, type OptionLayer } from '../../../src/cli/settings/merge-options.js';

const base = { commands: ['margin'], group: 'Model', about: '' } as const;
const FLAGS: readonly Flag[] = [
  { ...base, key: 'horizon', name: 'horizon', type: 'number', default: 7 },
  { ...base, key: 'venue', name: 'venue', type: 'text' },
  { ...base, key: 'lots', name: 'lots', type: 'switch' },
  { ...base, key: 'limit', name: 'limit', type: 'text', repeatable: true },
  { ...base, key: 'json', name: 'json', type: 'switch', shorthand: { key: 'format', value: 'json' } },
];

const layer = (values: Record<string, unknown>, parameters: Record<string, unknown> = {}): OptionLayer => ({
  values,
  parameters,
});

describe('of several sources', () => {
  it.each<[string, Record<string, unknown>[], Record<string, unknown>]>([
    ['none: defaults', [], { horizon: 7, venue: null, lots: false, limit: [] }],
    ['the lowest alone', [{}, {}, { horizon: 1 }], { horizon: 1, venue: null, lots: false, limit: [] }],
    [
      'the first that sets it',
      [{}, { horizon: 2 }, { horizon: 1 }],
      { horizon: 2, venue: null, lots: false, limit: [] },
    ],
    [
      'each option by itself',
      [{ venue: 'okx' }, { horizon: 2 }, { venue: 'osi', lots: true }],
      { horizon: 2, venue: 'okx', lots: true, limit: [] },
    ],
    ['false beats true below', [{ lots: false }, { lots: true }], { horizon: 7, venue: null, lots: false, limit: [] }],
    ['null beats text below', [{ venue: null }, { venue: 'osi' }], { horizon: 7, venue: null, lots: false, limit: [] }],
    [
      'a list replaces a list',
      [{ limit: ['a'] }, { limit: ['b', 'c'] }],
      { horizon: 7, venue: null, lots: false, limit: ['a'] },
    ],
  ])('%s', (_name, values, options) => {
    expect(
      mergeOptions(
        FLAGS,
        values.map((entry) => layer(entry)),
      ).options,
    ).toEqual(options);
  });

  it.each<[string, Record<string, unknown>[], unknown]>([
    ['its own default', [{}, {}], 'now'],
    ['another where the flag it follows is set by any source', [{}, { horizon: 30 }], 'average'],
    ['even to its default', [{ horizon: 7 }], 'average'],
    ['what a source says of it, whatever it follows', [{ horizon: 30 }, { rule: 'max' }], 'max'],
    ['its own default where the other is taken back', [{ horizon: null }], 'now'],
  ])('a default that follows another flag: %s', (_name, values, rule) => {
    const follows: Flag = {
      ...base,
      key: 'rule',
      name: 'rule',
      type: 'text',
      default: 'now',
      defaultWith: { key: 'horizon', value: 'average' },
    };
    const layers = values.map((entry) => layer(entry));
    expect(mergeOptions([...FLAGS, follows], layers).options.rule).toBe(rule);
  });

  it('parameters are merged one by one', () => {
    const merged = mergeOptions(FLAGS, [layer({}, { scanSigmas: 5 }), layer({}, { scanSigmas: 3, volUp: 0.2 })]);
    expect(merged.parameterOverrides).toEqual({ scanSigmas: 5, volUp: 0.2 });
  });

  it('the answer is that of the highest layer that speaks, however many there are', () => {
    const values = fc.option(fc.integer(), { nil: undefined });
    fc.assert(
      fc.property(fc.array(values, { maxLength: 7 }), (said) => {
        const layers = said.map((horizon) => layer(horizon === undefined ? {} : { horizon }));
        const expected = said.reduceRight<number>((below, mine) => mine ?? below, 7);
        expect(mergeOptions(FLAGS, layers).options.horizon).toBe(expected);
      }),
      { seed: 1 },
    );
  });
});
