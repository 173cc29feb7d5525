import type { CorrelateEstimate, EstimatedPair, EstimatedVolatility } from '../../../schema/index.js';
import { figure, fixed, percent, significant } from '../../number-format.js';
import type { Section } from '../report.js';
import type { ReportDetail } from '../report-detail.js';
import { tableOf } from '../table-of.js';

/** How the matrix was estimated: its terms, the pairs with what is known of them, and the volatilities. */
export function correlateEstimateSections(estimate: CorrelateEstimate | null, detail: ReportDetail): Section[] {
  if (estimate === null) return [];
  return [pairsSection(estimate, detail), volatilitiesSection(estimate, detail)];
}

function pairsSection(estimate: CorrelateEstimate, detail: ReportDetail): Section {
  const { pairs, interval, repaired } = estimate;
  const level = `${figure(100 * interval.level)}%`;
  const strongest = [...pairs].sort((p, q) => Math.abs(q.correlation) - Math.abs(p.correlation));
  const table = tableOf<EstimatedPair>(
    [
      { title: 'pair', align: 'left', of: ({ a, b }) => `${a} ${b}` },
      { title: 'correlation', of: ({ correlation }) => fixed(correlation, 3) },
      ...(repaired ? [{ title: 'estimated', rank: 2, of: (pair: EstimatedPair) => orBlank(pair.estimated, 3) }] : []),
      { title: 'error', of: ({ standardError }) => orBlank(standardError, 3) },
      { title: `${level} from`, rank: 1, of: ({ low }) => orBlank(low, 3) },
      { title: 'to', rank: 1, of: ({ high }) => orBlank(high, 3) },
      { title: 'returns', of: ({ observations }) => String(observations) },
    ],
    strongest,
    { limit: detail.positions, noun: 'pairs' },
  );
  return { title: 'Pairs', blocks: [table, { kind: 'text', text: termsInWords(estimate), tone: 'muted' }] };
}

function termsInWords(estimate: CorrelateEstimate): string {
  const { estimator, halfLife, threshold, shrinkage, asPearson, returns, days, overlapping, missing } = estimate;
  const figures = [
    halfLife === null ? '' : `half-life ${figure(halfLife)} returns`,
    threshold === null ? '' : `threshold ${figure(threshold)} standard deviations`,
    shrinkage === null ? '' : `shrinkage ${significant(shrinkage, 3)}`,
    asPearson ? 'as of normal returns' : '',
  ].filter((text) => text !== '');
  const span = days === 1 ? 'daily' : `${days}-day ${overlapping ? 'overlapping' : 'non-overlapping'}`;
  const dates = missing === 'common' ? 'dates that all have' : 'dates that both have';
  const { method, resamples, block } = estimate.interval;
  const errors =
    method === 'analytic' ? 'errors by formula' : `errors from ${resamples} resamples in blocks of ${block} returns`;
  const how = [estimator, ...figures].join(', ');
  return `By ${how}, of ${span} ${returns} returns on ${dates}; ${errors}.`;
}

function volatilitiesSection({ volatilities }: CorrelateEstimate, detail: ReportDetail): Section {
  const table = tableOf<EstimatedVolatility>(
    [
      { title: 'underlying', align: 'left', of: ({ name }) => name },
      { title: 'daily', of: ({ daily }) => (daily === null ? '' : percent(daily)) },
      { title: 'annual', of: ({ annual }) => (annual === null ? '' : percent(annual)) },
      { title: 'returns', of: ({ observations }) => String(observations) },
      { title: 'first', rank: 1, of: ({ first }) => first ?? '' },
      { title: 'last', rank: 1, of: ({ last }) => last ?? '' },
      { title: 'missing', rank: 2, of: ({ missing }) => (missing === 0 ? '' : String(missing)) },
    ],
    volatilities,
    { limit: detail.positions, noun: 'underlyings' },
  );
  return { title: 'Volatilities', blocks: [table] };
}

function orBlank(value: number | null, digits: number): string {
  return value === null ? '' : fixed(value, digits);
}
