import fc from 'fast-check';
import type { FigureRule } from '../../../src/margin/index.js';

const NUMBERS = [
  0, 1e-12, 1e-6, 0.001, 0.01, 0.3, 0.6, 0.99, 1, 1.5, 2, 4, 10, 50, 100, 1000, 36_500, 1e15, -0.001, -0.5, -0.99, -100,
];

/** Figures that a rule takes by themselves, its bounds among them; entries may still not suit each other. */
export function soundFigure(rule: FigureRule): fc.Arbitrary<unknown> {
  switch (rule.shape) {
    case 'number':
      return fc.constantFrom(...NUMBERS.filter(rule.holds));
    case 'word':
      return fc.constantFrom(...rule.words);
    case 'text':
      return fc.constantFrom('BTC', 'ETH', 'constructor', '__proto__');
    case 'list':
      return fc.array(soundFigure(rule.of), { minLength: rule.fewest, maxLength: Math.min(rule.most, 4) });
    case 'entry':
      return fc.record(Object.fromEntries(Object.entries(rule.fields).map(([name, own]) => [name, soundFigure(own)])));
    case 'table':
      return fc
        .array(fc.tuple(fc.constantFrom('default', 'BTC', 'constructor', '__proto__'), soundFigure(rule.of)))
        .map((rows) => Object.fromEntries(rows));
  }
}
