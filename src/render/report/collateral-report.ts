import type { CollateralResult, Envelope, Status } from '../../schema/index.js';
import { figure, gapPercent, money, percent, quantity } from '../number-format.js';
import { assembleReport } from './assemble-report.js';
import { cell } from './cell.js';
import { provenWords } from './proven-words.js';
import type { Cell, Report, Section } from './report.js';
import type { ReportDetail } from './report-detail.js';
import { tableOf } from './table-of.js';

/** What is posted where, what each venue and asset is worth at the margin, and what it costs. */
export function collateralReport(document: Envelope<CollateralResult>, detail: ReportDetail): Report {
  return assembleReport(document, detail, (result) => ({
    sections: [postingsSection(result, detail), venuesSection(result), assetsSection(result, detail), proofOf(result)],
    summary: summaryOf(result, document.status),
  }));
}

function postingsSection({ postings, horizonDays }: CollateralResult, detail: ReportDetail): Section {
  if (postings.length === 0) return { title: 'Postings', blocks: [{ kind: 'text', text: 'None.', tone: 'muted' }] };
  const table = tableOf<CollateralResult['postings'][number]>(
    [
      { title: 'venue', align: 'left', of: ({ venue }) => venue },
      { title: 'asset', align: 'left', of: ({ asset }) => asset },
      { title: 'amount', of: ({ amount }) => quantity(amount) },
      { title: 'value', rank: 1, of: ({ value }) => money(value) },
      { title: 'haircut', rank: 2, of: ({ haircut }) => percent(haircut) },
      { title: 'counted', of: ({ counted }) => money(counted) },
      { title: 'cost a year', of: ({ costPerYear }) => money(costPerYear) },
      { title: `${figure(horizonDays)} days`, rank: 3, of: ({ cost }) => money(cost) },
    ],
    postings,
    { limit: detail.trades, noun: 'postings' },
  );
  return { title: 'Postings', blocks: [table] };
}

const VENUE_WORTH = 'marginal cost: cost a year of one more unit of requirement';
const ASSET_WORTH = 'worth: cost a year that one unit more would save';

function venuesSection({ venues }: CollateralResult): Section {
  const isShort = venues.some(({ missing }) => missing > 0);
  const table = tableOf<CollateralResult['venues'][number]>(
    [
      { title: 'venue', align: 'left', of: ({ venue }) => venue },
      { title: 'requirement', of: ({ requirement }) => money(requirement) },
      { title: 'counted', of: ({ posted }) => money(posted) },
      { title: 'excess', rank: 2, of: ({ excess }) => money(excess) },
      ...(isShort ? [{ title: 'missing', of: missingCell }] : []),
      { title: 'marginal cost', rank: 1, note: VENUE_WORTH, of: ({ shadowPrice }) => worth(shadowPrice) },
      { title: 'from', align: 'left', rank: 3, of: ({ source }) => source },
    ],
    venues,
  );
  return { title: 'Venues', blocks: [table] };
}

function missingCell({ missing }: CollateralResult['venues'][number]): Cell {
  return missing > 0 ? cell(money(missing), 'bad') : cell('0', 'muted');
}

function assetsSection({ assets }: CollateralResult, detail: ReportDetail): Section {
  const table = tableOf<CollateralResult['assets'][number]>(
    [
      { title: 'asset', align: 'left', of: ({ asset }) => asset },
      { title: 'available', of: ({ available }) => quantity(available) },
      { title: 'used', of: ({ used }) => quantity(used) },
      { title: 'idle', of: ({ idle }) => quantity(idle) },
      { title: 'price', rank: 2, of: ({ price }) => figure(price) },
      { title: 'funding', rank: 1, of: ({ fundingCost }) => percent(fundingCost) },
      { title: 'worth', note: ASSET_WORTH, of: ({ shadowPrice }) => worth(shadowPrice) },
    ],
    assets,
    { limit: detail.positions, noun: 'assets' },
  );
  return { title: 'Assets', blocks: [table] };
}

function worth(value: number | null): string {
  return value === null ? '' : figure(value);
}

function proofOf({ bound, gap, proven, proof, cost }: CollateralResult): Section {
  const have = `The cost is ${money(cost.perYear)} a year`;
  const how =
    proof?.kind === 'linear' ? 'recomputed from the multipliers in the document' : 'as branch and bound claims it';
  const text =
    bound === null || gap === null
      ? `${have}; no bound is known.`
      : `${have} and none can be below ${money(bound)} (${how}): ${proven ? provenWords(gap) : `gap ${gapPercent(gap)}, not proven`}.`;
  return { title: 'How good it is', blocks: [{ kind: 'text', text, tone: 'plain' }] };
}

function summaryOf({ cost, currency, venues, infeasible, horizonDays }: CollateralResult, status: Status): Cell {
  const costs = `${money(cost.perYear)} ${currency} a year, ${money(cost.horizon)} over ${figure(horizonDays)} days`;
  if (infeasible !== null) {
    const lacks = infeasible.venues.map(({ venue, missing }) => `${venue} lacks ${money(missing)}`).join(', ');
    return cell(`Infeasible: ${lacks} ${currency}. What is posted costs ${costs}.`, 'bad');
  }
  const total = venues.reduce((sum, { requirement }) => sum + requirement, 0);
  const head = `${money(total)} ${currency} required at ${venues.length} venue${venues.length === 1 ? '' : 's'}`;
  return cell(`${head}, met at ${costs}.${status === 'stopped' ? ' Stopped early.' : ''}`, 'strong');
}
