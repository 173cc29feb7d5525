import type { StressResult } from '../../../../schema/index.js';
import { money } from '../../../number-format.js';
import { cell } from '../../cell.js';
import type { Block, Fact, Section } from '../../report.js';

/** The book before any stress, and the parts that were left out with what each would need. */
export function stressBaseSection({ base, currency, omitted }: StressResult): Section {
  const fact = (label: string, value: number, note = ''): Fact => ({ label, value: cell(money(value)), note });
  const facts = [
    fact('initial margin', base.initialMargin, currency),
    fact('maintenance margin', base.maintenanceMargin),
    fact('portfolio value', base.portfolioValue),
    ...(base.equity === null ? [] : [fact('equity', base.equity)]),
    ...(base.excess === null ? [] : [fact('excess', base.excess, 'equity less initial margin')]),
  ];
  const left = omitted.map(({ part, needs }) => `${part} (${needs})`).join(', ');
  const blocks: Block[] = [{ kind: 'facts', facts }];
  if (left !== '') blocks.push({ kind: 'text', text: `Left out for want of an input: ${left}.`, tone: 'muted' });
  return { title: 'Before', blocks };
}
