import type { Envelope, ReconciledCase, ReconciledFigure, ReconcileResult } from '../../schema/index.js';
import { significant, withSign } from '../number-format.js';
import { assembleReport } from './assemble-report.js';
import { cell } from './cell.js';
import type { Block, Cell, Report, Section, Tone } from './report.js';
import type { ReportDetail } from './report-detail.js';
import { tableOf } from './table-of.js';

const TONES: Readonly<Record<ReconciledCase['status'], Tone>> = { outside: 'bad', refused: 'warning', within: 'good' };

/** Ours beside theirs: the worst case first, each figure with its difference. */
export function reconcileReport(document: Envelope<ReconcileResult>, detail: ReportDetail): Report {
  return assembleReport(document, detail, (result) => ({
    sections: [casesSection(result.cases, detail), ...shownInFull(result.cases, detail).map(figuresSection)],
    summary: summaryOf(result),
  }));
}

/** All cases in a line each. */
function casesSection(cases: readonly ReconciledCase[], detail: ReportDetail): Section {
  return {
    title: 'Cases',
    blocks: [
      tableOf(
        [
          { title: 'case', align: 'left', of: ({ name }) => name },
          { title: 'model', align: 'left', rank: 2, of: ({ model, parameters }) => parameters ?? model },
          { title: 'figures', rank: 1, of: ({ figures }) => String(figures.length) },
          { title: 'outside', of: ({ figures }) => String(figures.filter(({ within }) => !within).length) },
          { title: 'largest difference', of: largestOf },
          { title: 'verdict', align: 'left', of: ({ status }) => cell(status, TONES[status]) },
        ],
        cases,
        { limit: detail.positions, noun: 'cases' },
      ),
    ],
  };
}

/** On a terminal the cases that ask for attention; all of them where there are few. */
function shownInFull(cases: readonly ReconciledCase[], detail: ReportDetail): readonly ReconciledCase[] {
  const compared = cases.filter(({ figures }) => figures.length > 0);
  const outside = compared.filter(({ status }) => status === 'outside');
  return (compared.length <= detail.reasons ? compared : outside).slice(0, detail.reasons);
}

function figuresSection({ name, currency, source, figures }: ReconciledCase): Section {
  const table = tableOf<ReconciledFigure>(
    [
      { title: 'figure', align: 'left', of: (figure) => figure.name },
      { title: 'ours', of: ({ ours }) => amount(ours) },
      { title: 'theirs', of: ({ theirs }) => amount(theirs) },
      { title: 'difference', of: ({ difference }) => differenceText(difference) },
      { title: 'relative', rank: 1, of: ({ relative }) => (relative === null ? '' : relativeText(relative)) },
      {
        title: 'verdict',
        align: 'left',
        of: ({ within }) => (within ? cell('within', 'good') : cell('OUTSIDE', 'bad')),
      },
    ],
    figures,
  );
  const told: Block[] = source === null ? [] : [{ kind: 'text', text: `Theirs: ${source}`, tone: 'muted' }];
  return { title: `${name} (${currency})`, blocks: [table, ...told] };
}

/** Enough digits that two figures which differ in the last cent of a large margin do not look alike. */
function amount(value: number): string {
  return significant(value, 12);
}

function differenceText(value: number): string {
  return withSign(significant(value, 4));
}

function relativeText(relative: number): string {
  return relative === 0 ? '0%' : `${(relative * 100).toPrecision(2)}%`;
}

function largestOf({ figures }: ReconciledCase): string {
  const [first] = [...figures].sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  return first === undefined ? '' : `${differenceText(first.difference)} (${first.name})`;
}

/** A tolerance as it was typed. */
function plain(value: number): string {
  return String(Number(value.toPrecision(6)));
}

function summaryOf({ cases, passed, failed, refused, tolerance, worst }: ReconcileResult): Cell {
  const within = tolerance.relative ? `${plain(tolerance.amount * 100)}%` : plain(tolerance.amount);
  const counts = [`${passed} of ${cases.length} cases agree within ${within}`];
  if (failed > 0) counts.push(`${failed} outside`);
  if (refused > 0) counts.push(`${refused} refused`);
  const farthest =
    failed === 0 || worst === null
      ? ''
      : ` Worst: ${worst.case}, ${worst.figure.name} ${differenceText(worst.figure.difference)}.`;
  return cell(`${counts.join(', ')}.${farthest}`, failed > 0 || refused > 0 ? 'bad' : 'strong');
}
