import type { HedgeCollateralLine, OptimizeResult } from '../../../schema/index.js';
import { figure, money, quantity } from '../../number-format.js';
import type { Block, Section } from '../report.js';
import type { ReportDetail } from '../report-detail.js';
import { tableOf } from '../table-of.js';

/** What is posted for the margin after the trades, what that costs, and how the cost grows with margin; null without collateral. */
export function collateralSection({ collateral, after }: OptimizeResult, detail: ReportDetail): Section | null {
  if (collateral === undefined) return null;
  const { venue, horizonDays, postingsAfter } = collateral;
  const postings = tableOf<HedgeCollateralLine['postingsAfter'][number]>(
    [
      { title: 'asset', align: 'left', of: ({ asset }) => asset },
      { title: 'amount', of: ({ amount }) => quantity(amount) },
      { title: 'value', rank: 1, of: ({ value }) => money(value) },
      { title: 'counted', of: ({ counted }) => money(counted) },
      { title: `cost in ${figure(horizonDays)} days`, of: ({ cost }) => money(cost) },
    ],
    postingsAfter,
    { limit: detail.trades, noun: 'postings' },
  );
  const blocks: Block[] = [
    ...(postingsAfter.length === 0 ? [] : [postings]),
    { kind: 'text', text: costWords(collateral, after !== null), tone: 'plain' },
    { kind: 'text', text: slopeWords(collateral), tone: 'muted' },
  ];
  return { title: `Collateral at ${venue}`, blocks };
}

function costWords({ costBefore, costAfter, horizonDays, capacity }: HedgeCollateralLine, found: boolean): string {
  const reach = `it reaches for ${money(capacity)} of margin`;
  const before = costBefore === null ? 'not enough of it before' : money(costBefore);
  const costs = found ? `${before} -> ${costAfter === null ? 'not enough' : money(costAfter)}` : before;
  return `It costs over ${figure(horizonDays)} days: ${costs}; ${reach}.`;
}

/** Pieces named in a sentence. */
const MOST_PIECES = 8;

function slopeWords({ slopes }: HedgeCollateralLine): string {
  if (slopes.length === 0) return 'Nothing counts as collateral there.';
  const told = slopes.slice(0, MOST_PIECES).map(({ to, perUnit }) => `${figure(100 * perUnit)}% up to ${money(to)}`);
  const more = slopes.length > MOST_PIECES ? `, and ${slopes.length - MOST_PIECES} dearer` : '';
  return `A unit of margin costs a year: ${told.join(', ')}${more}.`;
}
