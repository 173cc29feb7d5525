import type { MarginResult } from '../../../schema/index.js';
import { money, percent } from '../../number-format.js';
import { cell } from '../cell.js';
import type { Fact, Section } from '../report.js';

/** The margins of one book, what netting saves, and what the account has left. */
export function marginSection(result: MarginResult): Section {
  const { efficiency } = result;
  const offsetNote = efficiency.offsetRatio === null ? '' : `${percent(efficiency.offsetRatio)} of standalone`;
  const facts: Fact[] = [
    { label: 'Initial margin', value: cell(money(result.initialMargin), 'strong'), note: result.currency },
    { label: 'Maintenance margin', value: cell(money(result.maintenanceMargin)), note: '' },
    {
      label: 'Standalone margin',
      value: cell(money(result.standaloneMargin)),
      note: 'each position on its own, added',
    },
    { label: 'Offset benefit', value: cell(money(result.offsetBenefit)), note: offsetNote },
    { label: 'Portfolio value', value: cell(money(result.portfolioValue)), note: '' },
  ];
  for (const { name, amount } of result.beside ?? []) {
    const label = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    facts.push({ label, value: cell(money(amount)), note: 'by other rules, for comparison' });
  }
  if (result.equity !== null) facts.push({ label: 'Equity', value: cell(money(result.equity)), note: '' });
  if (result.excess !== null) {
    const short = result.excess < 0;
    facts.push({
      label: short ? 'Shortfall' : 'Excess',
      value: cell(money(result.excess), short ? 'bad' : 'good'),
      note: short ? 'equity is below the initial margin' : 'equity above the initial margin',
    });
  }
  if (result.parameters.venue !== 'house') facts.push(confidenceFact(result.confidence));
  return { title: 'Margin', blocks: [{ kind: 'facts', facts }] };
}

function confidenceFact(confidence: MarginResult['confidence']): Fact {
  const note =
    confidence === 'verified'
      ? 'outside figures of books of this kind were reproduced'
      : 'the rules as published; no outside figures of such books, or not of these parameters';
  return { label: 'Confidence', value: cell(confidence), note };
}
