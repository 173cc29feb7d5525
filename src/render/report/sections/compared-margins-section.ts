import type { ComparedModel, CompareResult } from '../../../schema/index.js';
import { money, percent, withSign } from '../../number-format.js';
import { cell } from '../cell.js';
import type { Cell, Section } from '../report.js';
import { type ColumnOf, tableOf } from '../table-of.js';

/** A figure of every model, by name. */
interface Line {
  readonly label: string;
  readonly of: (model: ComparedModel) => Cell | string;
}

const amount = (figure: number | null): string => (figure === null ? '' : money(figure));

const LINES: readonly Line[] = [
  { label: 'initial margin', of: (model) => cell(amount(model.initialMargin), model.rank === 1 ? 'good' : 'strong') },
  { label: 'above the lowest', of: (model) => (model.rank === 1 ? cell('cheapest', 'good') : above(model)) },
  { label: 'in percent', of: (model) => (model.rank === 1 ? '' : abovePercent(model)) },
  { label: 'maintenance margin', of: (model) => amount(model.maintenanceMargin) },
  { label: 'standalone margin', of: (model) => amount(model.standaloneMargin) },
  { label: 'offset benefit', of: (model) => amount(model.offsetBenefit) },
  {
    label: 'worst scenario loss',
    of: (model) => (model.worstScenario === null ? 'none' : money(model.worstScenario.loss)),
  },
  { label: 'confidence', of: (model) => model.confidence ?? '' },
];

const EXCESS: Line = {
  label: 'equity left',
  of: ({ excess }) => cell(amount(excess), excess !== null && excess < 0 ? 'bad' : 'plain'),
};

/** The margins of one book under every rule book that can margin it, cheapest first, a column each. */
export function comparedMarginsSection({ models, equity, currency }: CompareResult): Section {
  const ranked = models.filter(({ rank }) => rank !== null);
  const lines = equity === null ? LINES : [...LINES, EXCESS];
  const columns: ColumnOf<Line>[] = [
    { title: `in ${currency}`, align: 'left', of: (line) => line.label },
    ...ranked.map((model) => ({ title: model.name, of: (line: Line) => line.of(model) })),
  ];
  return { title: 'Margins', blocks: [tableOf(columns, lines, { foldable: true })] };
}

function above({ aboveCheapest }: ComparedModel): string {
  return aboveCheapest === null ? '' : withSign(money(aboveCheapest));
}

function abovePercent({ aboveCheapestRatio }: ComparedModel): string {
  return aboveCheapestRatio === null ? '' : withSign(percent(aboveCheapestRatio));
}
