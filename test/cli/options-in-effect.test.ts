import { describe, expect, it } from 'vitest';
import { optionsInEffect } from '../../src/cli/options-in-effect.js';
import type { MergedOptions } from '../../src/cli/settings/merge-options.js';

const merged = (parameterOverrides: Record<string, unknown>) =>
  ({ options: { currency: 'BTC' }, parameterOverrides }) as unknown as MergedOptions;

describe('optionsInEffect', () => {
  it('has the parameters behind the options, by name', () => {
    const found = optionsInEffect('margin', merged({ volUp: 0.5, radii: 3 }));
    expect(found).toMatchObject({ currency: 'BTC', 'model.radii': 3, 'model.volUp': 0.5 });
    expect(Object.keys(found).slice(-2)).toEqual(['model.radii', 'model.volUp']);
  });

  it('has a figure beyond every number as a word, for it will be refused and the refusal must be written', () => {
    const beyond = Number.POSITIVE_INFINITY;
    const found = optionsInEffect('margin', merged({ volUp: beyond, moves: [1, -beyond], range: { BTC: beyond } }));
    expect(found).toMatchObject({
      'model.volUp': 'Infinity',
      'model.moves': [1, '-Infinity'],
      'model.range': { BTC: 'Infinity' },
    });
  });
});
