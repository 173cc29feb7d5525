import { describe, expect, it } from 'vitest';
import { constant, describeFormula, max, min, norm, scale, sum } from '../../src/formula/index.js';

const several = (count: number) => [...new Array(count).keys()].map((k) => constant(`scenario ${k + 1}`, k));

describe('a formula in words', () => {
  it('is an indented tree of names and operations', () => {
    const formula = scale(
      'maintenance margin',
      0.8,
      sum('initial margin', [
        max('scan risk', several(2)),
        min('better of', [constant('rule', 1)]),
        norm('vega risk', [constant('BTC', 1)], Float64Array.of(1)),
      ]),
    );
    expect(describeFormula(formula)).toBe(
      [
        'maintenance margin = 0.8 x',
        '  initial margin = sum of',
        '    scan risk = largest of',
        '      scenario 1',
        '      scenario 2',
        '    better of = smallest of',
        '      rule',
        "    vega risk = sqrt(v' R v) over",
        '      BTC',
      ].join('\n'),
    );
  });

  it('shows four of many children and counts the rest, never a rest of one', () => {
    const lines = (count: number): string[] =>
      describeFormula(max('worst', several(count)))
        .split('\n')
        .slice(1);
    expect(lines(4)).toHaveLength(4);
    expect(lines(5)).toHaveLength(5);
    expect(lines(6)).toEqual(['  scenario 1', '  scenario 2', '  scenario 3', '  scenario 4', '  ... and 2 more']);
  });
});
