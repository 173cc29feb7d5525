import type { FigureRule, ListRule } from './figure-rule.js';

/** What a rule expects, as the end of the sentence "expected ...". */
export function expectedFigure(name: string, rule: FigureRule): string {
  switch (rule.shape) {
    case 'number':
      return rule.expected;
    case 'word':
      return `one of ${rule.words.map((word) => `"${word}"`).join(', ')}`;
    case 'text':
      return `a text of 1 to ${rule.longest} characters`;
    case 'list':
      return expectedList(rule);
    case 'entry':
      return `an entry with ${Object.keys(rule.fields).join(', ')}`;
    case 'table':
      return `${name}.NAME=NUMBER, ${rule.of.expected}`;
  }
}

function expectedList({ of, fewest, most }: ListRule): string {
  const noun = of.shape === 'number' ? 'numbers' : of.shape === 'entry' ? 'entries' : 'texts';
  const count = fewest === 0 ? `at most ${most}` : `${fewest} to ${most}`;
  const each = of.shape === 'entry' ? `with ${Object.keys(of.fields).join(', ')}` : `each ${expectedFigure('', of)}`;
  return `a list of ${count} ${noun}, ${each}`;
}
