import type { WorstScenario } from '../../../schema/index.js';
import { figure, money, percent, price, withSign } from '../../number-format.js';
import type { Block, Section } from '../report.js';
import { tableOf } from '../table-of.js';

interface LabelledWorst {
  /** In front of the scenario's name: `Before: `. */
  readonly label: string;
  readonly worst: WorstScenario | null;
}

/** The scenario that decides the margin and what it does to every underlying; one or, before and after trades, two. */
export function worstScenarioSection(scenarios: readonly LabelledWorst[]): Section {
  return { title: 'Worst scenario', blocks: scenarios.flatMap(worstBlocks) };
}

function worstBlocks({ label, worst }: LabelledWorst): Block[] {
  if (worst === null)
    return [
      { kind: 'text', text: `${label}${label === '' ? 'No' : 'no'} scenario decides this margin.`, tone: 'muted' },
    ];
  const sentence: Block = { kind: 'text', text: `${label}"${worst.name}" ${lossInWords(worst.loss)}`, tone: 'plain' };
  if (worst.shocks.length === 0) return [sentence];
  return [
    sentence,
    tableOf(
      [
        { title: 'underlying', align: 'left', of: (shock) => shock.underlying },
        { title: 'move', of: (shock) => withSign(percent(shock.priceMove)) },
        { title: 'to level', of: (shock) => price(shock.level) },
        { title: 'volatility', align: 'left', of: (shock) => shock.volatility },
        { title: 'weight', of: (shock) => figure(shock.weight) },
      ],
      worst.shocks,
    ),
  ];
}

function lossInWords(loss: number): string {
  if (loss === 0) return 'loses nothing.';
  return loss > 0 ? `loses ${money(loss)}.` : `still gains ${money(-loss)}.`;
}
