import type { CorrelateHedges, HedgeLine, OffsetGroup, OffsetPair, StressedWindow } from '../../../schema/index.js';
import { fixed, money, percent, quantity, signedMoney } from '../../number-format.js';
import { cell } from '../cell.js';
import type { Cell, Section, Tone } from '../report.js';
import type { ReportDetail } from '../report-detail.js';
import { tableOf } from '../table-of.js';

/** What offsets what in a book, what else would, and in which stressed windows it was tried. */
export function correlateHedgesSections(hedges: CorrelateHedges | null, detail: ReportDetail): (Section | null)[] {
  if (hedges === null) return [];
  return [
    pairsSection(hedges, detail),
    groupsSection(hedges.groups, detail),
    instrumentsSection(hedges, detail),
    windowsSection(hedges),
  ];
}

/** The line to read of a book whose offsets were looked at. */
export function correlateHedgesSummary({ margin, standalone, offset, hedges, currency }: CorrelateHedges): Cell {
  const saved = `Margin ${money(margin)} ${currency}: offsets save ${money(offset)} of ${money(standalone)}.`;
  const failed = hedges.filter(({ verdict }) => verdict === 'failed').length;
  const words = failed === 1 ? '1 hedge' : `${failed} hedges`;
  const warning = failed > 0 ? ` ${words} good over all dates failed in a stressed window.` : '';
  return cell(`${saved}${warning}`, failed > 0 ? 'warning' : 'strong');
}

function pairsSection({ pairs, pairsLeftOut }: CorrelateHedges, detail: ReportDetail): Section | null {
  if (pairs.length === 0) return null;
  const table = tableOf<OffsetPair>(
    [
      { title: 'pair', align: 'left', of: ({ a, b }) => `${a}/${b}` },
      { title: 'correlation', of: ({ correlation }) => fixed(correlation, 3) },
      { title: 'apart', rank: 1, of: ({ apart }) => money(apart) },
      { title: 'together', rank: 1, of: ({ together }) => money(together) },
      { title: 'offset', of: ({ offset }) => cell(money(offset), offset > 0 ? 'good' : 'plain') },
      {
        title: 'book without it',
        note: 'book without it: its margin with this correlation at 0',
        of: ({ withoutIt, others }) => `${money(withoutIt)}${others ? '*' : ''}`,
      },
      { title: 'worth', of: ({ worth }) => cell(signedMoney(worth), worth > 0 ? 'good' : worth < 0 ? 'bad' : 'plain') },
    ],
    pairs,
    { limit: detail.positions, noun: 'pairs' },
  );
  const left = pairsLeftOut > 0 ? ` ${pairsLeftOut} pairs of less offset were left out.` : '';
  const star = pairs.some(({ others }) => others) ? '* other correlations had to move too.' : '';
  const text = `${star}${left}`.trim();
  return {
    title: 'Pairs that offset each other',
    blocks: text === '' ? [table] : [table, { kind: 'text', text, tone: 'muted' }],
  };
}

function groupsSection(groups: readonly OffsetGroup[], detail: ReportDetail): Section | null {
  if (groups.length === 0) return null;
  const table = tableOf<OffsetGroup>(
    [
      { title: 'group', align: 'left', of: ({ names }) => names.join(', ') },
      { title: 'apart', of: ({ apart }) => money(apart) },
      { title: 'together', of: ({ together }) => money(together) },
      { title: 'offset', of: ({ offset }) => cell(money(offset), 'good') },
      { title: 'least member', align: 'left', rank: 1, of: ({ leastMember }) => leastMember },
      { title: 'adds', rank: 1, of: ({ leastAdded }) => money(leastAdded) },
    ],
    groups,
    { limit: detail.reasons, noun: 'groups' },
  );
  return { title: 'Groups in which each adds to the offset', blocks: [table] };
}

const VERDICTS: Readonly<Record<HedgeLine['verdict'], Tone>> = {
  holds: 'good',
  failed: 'bad',
  weak: 'warning',
  untested: 'muted',
  own: 'muted',
};

function instrumentsSection({ hedges, threshold }: CorrelateHedges, detail: ReportDetail): Section | null {
  if (hedges.length === 0) return null;
  const table = tableOf<HedgeLine>(
    [
      { title: 'of', align: 'left', of: ({ underlying }) => underlying },
      { title: 'exposure', rank: 1, of: ({ exposure }) => money(exposure) },
      { title: 'by', align: 'left', of: ({ instrument, best }) => cell(instrument, best ? 'strong' : 'plain') },
      { title: 'contracts', of: ({ contracts }) => quantity(Number(contracts.toPrecision(6))) },
      { title: 'ratio', rank: 3, of: ({ ratio }) => fixed(ratio, 3) },
      { title: 'left', of: ({ residualShare }) => percent(residualShare) },
      { title: 'a day', rank: 3, of: ({ residualMoney }) => money(residualMoney) },
      { title: 'margin', rank: 1, of: ({ marginAfter }) => money(marginAfter) },
      { title: 'saved', of: ({ saved }) => cell(signedMoney(saved), saved > 0 ? 'good' : saved < 0 ? 'bad' : 'plain') },
      {
        title: 'effective',
        rank: 2,
        of: ({ effectiveness }) => (effectiveness === null ? '' : percent(effectiveness)),
      },
      { title: 'in windows', rank: 2, of: worstWindow },
      {
        title: 'verdict',
        align: 'left',
        of: ({ verdict, best }) => cell(best ? `${verdict}, best` : verdict, VERDICTS[verdict]),
      },
    ],
    hedges,
    { limit: detail.positions, noun: 'hedges' },
  );
  const tested = hedges.some(({ windows }) => windows.length > 0);
  const unquoted = hedges.some(({ quoted }) => !quoted) ? ' Some of the instruments have no quote.' : '';
  const most = `more than ${percent(1 - threshold)} of those of an ordinary day`;
  const rule = `Failed: takes away ${percent(threshold)} of the squared moves over all dates, in a stressed window less, leaving ${most}.`;
  const words = 'Exposure: money per 100 % move. Left: the part of its variance that the hedge leaves.';
  const text = `${words}${tested ? ` ${rule}` : ''}${unquoted}`;
  return { title: 'Single instruments against each exposure', blocks: [table, { kind: 'text', text, tone: 'muted' }] };
}

function worstWindow({ windows }: HedgeLine): string {
  const known = windows.flatMap(({ effectiveness }) => (effectiveness === null ? [] : [effectiveness]));
  return known.length === 0 ? '' : percent(Math.min(...known));
}

function windowsSection({ windows, windowDays }: CorrelateHedges): Section | null {
  if (windows.length === 0) return null;
  const table = tableOf<StressedWindow>(
    [
      { title: 'window', align: 'left', of: ({ from, to }) => `${from} to ${to}` },
      {
        title: 'why',
        align: 'left',
        of: ({ kind }) => (kind === 'worst' ? 'the book loses most' : 'prices move most'),
      },
      { title: 'book', of: ({ bookMove }) => signedMoney(bookMove) },
      { title: 'volatility', of: ({ volatility }) => `${fixed(volatility, 2)} x` },
    ],
    windows,
  );
  const text = `${windowDays} returns each; the book as it is today, taken as linear.`;
  return { title: 'Stressed windows', blocks: [table, { kind: 'text', text, tone: 'muted' }] };
}
