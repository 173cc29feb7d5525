import { describe, expect, it } from 'vitest';
import {
  denseAffine,
  evaluate,
  type Formula,
  max,
  min,
  norm,
  renamedFormula,
  scale,
  sum,
} from '../../src/formula/index.js';

const a = denseAffine('a', Float64Array.of(1, -2), 3);
const b = denseAffine('b', Float64Array.of(0.5, 1));
const whole: Formula = sum('all', [
  max('worst', [a, b]),
  scale('part', 2, min('best', [a, b])),
  norm('root', [a, b], Float64Array.of(1, 0, 0, 1)),
]);

describe('renamedFormula', () => {
  const renamed = renamedFormula(whole, (name) => `X: ${name}`);

  it('names every node anew and leaves the amounts alone', () => {
    const names: string[] = [];
    const visit = (node: Formula): void => {
      names.push(node.name);
      if (node.kind === 'scale') visit(node.child);
      else if (node.kind !== 'affine') node.children.forEach(visit);
    };
    visit(renamed);
    expect(names).toHaveLength(11);
    expect(names.every((name) => name.startsWith('X: '))).toBe(true);
    for (const book of [Float64Array.of(0, 0), Float64Array.of(2, -1), Float64Array.of(-3, 4)]) {
      expect(evaluate(renamed, book)).toBe(evaluate(whole, book));
    }
  });

  it('keeps shared nodes shared and the original as it was', () => {
    if (renamed.kind !== 'sum') throw new Error(renamed.kind);
    const [worst, part] = renamed.children;
    if (worst?.kind !== 'max' || part?.kind !== 'scale' || part.child.kind !== 'min') throw new Error('another shape');
    expect(worst.children[0]).toBe(part.child.children[0]);
    expect(a.name).toBe('a');
  });
});
