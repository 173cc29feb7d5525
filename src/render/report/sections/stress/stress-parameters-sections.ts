import type { StressParameters, StressResult } from '../../../../schema/index.js';
import { figure, money, percent, signedMoney, withSign } from '../../../number-format.js';
import { cell } from '../../cell.js';
import type { Block, Section } from '../../report.js';
import type { ReportDetail } from '../../report-detail.js';
import { type ColumnOf, tableOf } from '../../table-of.js';

type Line = StressParameters['sensitivities'][number];
type Worst = NonNullable<StressParameters['worst']>;

const KINKS = { none: '', here: 'corner', near: 'corner near' } as const;

const LINES: readonly ColumnOf<Line>[] = [
  { title: 'parameter', align: 'left', of: ({ parameter }) => parameter },
  { title: 'value', of: ({ value }) => figure(value) },
  { title: 'per +1 %', of: ({ perPercent }) => (perPercent === null ? '' : signedMoney(perPercent)) },
  { title: 'per unit', rank: 1, of: ({ perUnit }) => withSign(figure(perUnit)) },
  { title: 'elasticity', rank: 2, of: ({ elasticity }) => (elasticity === null ? '' : elasticity.toFixed(3)) },
  {
    title: 'below',
    rank: 4,
    note: 'per unit, on that side of the figure alone; above likewise',
    of: ({ slopeDown }) => slope(slopeDown),
  },
  { title: 'above', rank: 4, of: ({ slopeUp }) => slope(slopeUp) },
  { title: 'kink', align: 'left', rank: 3, of: ({ kink }) => KINKS[kink] },
];

/** What each parameter does to the margin, and the worst set within ranges; nothing where the part has no answer. */
export function stressParametersSections({ parameters }: StressResult, detail: ReportDetail): Section[] {
  if (parameters === null) return [];
  const { sensitivities, worst } = parameters;
  const blocks: Block[] = [
    tableOf(LINES, sensitivities, { limit: detail.positions, noun: 'parameters' }),
    { kind: 'text', text: restWords(parameters), tone: 'muted' },
  ];
  const section = { title: 'Margin by parameter', blocks };
  return worst === null ? [section] : [section, worstSection(worst)];
}

function slope(value: number | null): string {
  return value === null ? '' : withSign(figure(value));
}

function restWords({ numbers, withoutEffect, fixed }: StressParameters): string {
  const { count, parameters } = withoutEffect;
  const named =
    parameters.length > 0 ? `: ${parameters.join(', ')}` : count > 0 ? ' (--all-parameters lists them)' : '';
  const held = fixed.length > 0 ? ` The rules allow no other figure near ${fixed.join(', ')}.` : '';
  return `Of ${numbers} numbers ${count} leave the initial margin as it is${named}.${held}`;
}

const RANGED: readonly ColumnOf<Worst['parameters'][number]>[] = [
  { title: 'parameter', align: 'left', of: ({ parameter }) => parameter },
  { title: 'now', of: ({ value }) => figure(value) },
  { title: 'from', rank: 1, of: ({ min }) => figure(min) },
  { title: 'to', rank: 1, of: ({ max }) => figure(max) },
  { title: 'worst', of: ({ worst }) => figure(worst) },
  { title: 'alone', rank: 2, of: ({ alone }) => (alone === null ? '' : signedMoney(alone)) },
  { title: 'matters', of: ({ matters }) => (matters === null ? '' : money(matters)) },
];

function worstSection({ margin, increase, said, parameters }: Worst): Section {
  const before = margin - increase;
  const part = before === 0 ? '' : `${withSign(percent(increase / before))}: `;
  return {
    title: 'Worst parameters within the ranges',
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: 'initial margin', value: cell(money(margin), 'strong'), note: `${part}${signedMoney(increase)}` },
        ],
      },
      tableOf(RANGED, parameters),
      { kind: 'text', text: `${said[0]!.toUpperCase()}${said.slice(1)}.`, tone: 'muted' },
    ],
  };
}
