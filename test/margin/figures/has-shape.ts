import type { FigureRule } from '../../../src/margin/index.js';

/** Whether a figure has the shape that its rule tells, written apart from the check of overrides. */
export function hasShape(figure: unknown, rule: FigureRule): boolean {
  switch (rule.shape) {
    case 'number':
      return Number.isFinite(figure) && rule.holds(figure as number);
    case 'word':
      return rule.words.some((word) => word === figure);
    case 'text':
      return typeof figure === 'string' && figure !== '';
    case 'list':
      return Array.isArray(figure) && figure.every((entry) => hasShape(entry, rule.of));
    case 'entry':
      return (
        sameNames(figure, rule.fields) && entries(figure).every(([name, own]) => hasShape(own, rule.fields[name]!))
      );
    case 'table':
      return entries(figure).every(([, own]) => hasShape(own, rule.of));
  }
}

function entries(figure: unknown): [string, unknown][] {
  return Object.entries(figure as object);
}

function sameNames(figure: unknown, fields: object): boolean {
  return Object.keys(figure as object).join() === Object.keys(fields).join();
}
