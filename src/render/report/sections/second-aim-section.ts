import type { OptimizeResult, SecondAimLine } from '../../../schema/index.js';
import { gapPercent, money, percent } from '../../number-format.js';
import { provenWords } from '../proven-words.js';
import type { Section } from '../report.js';

const FIGURES = {
  cost: 'cost of the trades',
  trades: 'number of trades',
  turnover: 'notional bought plus sold',
} as const;

/** What the second aim came to, and what it took of the objective; null where there is none. */
export function secondAimSection({ secondAim }: OptimizeResult): Section | null {
  if (secondAim === undefined) return null;
  const { aim, within, valueBefore, valueAfter, objectiveBefore, objectiveAfter } = secondAim;
  const held = `the objective goes from ${money(objectiveBefore)} to ${money(objectiveAfter)}, at most ${percent(within)} allowed`;
  return {
    title: 'Among books as good',
    blocks: [
      {
        kind: 'text',
        text: `The ${FIGURES[aim]} goes from ${money(valueBefore)} to ${money(valueAfter)}; ${held}.`,
        tone: 'plain',
      },
      { kind: 'text', text: closeness(secondAim), tone: 'muted' },
    ],
  };
}

function closeness({ search, bound, gap, proven }: SecondAimLine): string {
  if (search === 'notBegun') return 'It was not looked for: the first search was stopped.';
  const stopped = search === 'stopped' ? 'The search for less was stopped. ' : '';
  if (bound === null || gap === null) return `${stopped}No bound on it is known.`;
  const words = proven ? provenWords(gap) : 'not proven least';
  return `${stopped}No such book has less than ${money(bound)}: ${words}, gap ${gapPercent(gap)}.`;
}
