import type { AllocatedVenue, AllocateResult, Envelope, MoveLine, Status } from '../../schema/index.js';
import { figure, gapPercent, money, percent, quantity, signedMoney, withSign } from '../number-format.js';
import { assembleReport } from './assemble-report.js';
import { cell } from './cell.js';
import { provenWords } from './proven-words.js';
import type { Block, Cell, Report, Section } from './report.js';
import type { ReportDetail } from './report-detail.js';
import { candidatesSection } from './sections/candidates-section.js';
import { tableOf } from './table-of.js';

/** Each venue's margin before and after, the moves that make the difference, and how good that answer is. */
export function allocateReport(document: Envelope<AllocateResult>, detail: ReportDetail): Report {
  return assembleReport(document, detail, (result) => ({
    sections: [
      venuesSection(result),
      proofSection(result),
      movesSection(result, detail),
      ...result.venues.map((venue) => holdingsSection(venue, detail)),
      candidatesSection(result.candidates, detail),
    ],
    summary: summaryOf(result, document.status),
  }));
}

interface MarginRow {
  readonly name: string;
  readonly model: string;
  readonly before: number;
  readonly after: number;
}

function venuesSection({ venues, before, after, currency }: AllocateResult): Section {
  const rows: MarginRow[] = venues.map((venue) => ({
    name: venue.name,
    model: venue.model,
    before: venue.before.initialMargin,
    after: venue.after.initialMargin,
  }));
  const total = { name: 'all', model: '', before: before.initialMargin, after: after.initialMargin };
  const table = tableOf<MarginRow>(
    [
      { title: 'venue', align: 'left', of: ({ name }) => name },
      { title: 'model', align: 'left', rank: 1, of: ({ model }) => model },
      { title: 'before', of: (row) => money(row.before) },
      { title: 'after', of: (row) => money(row.after) },
      { title: 'change', of: (row) => changeCell(row.after - row.before) },
    ],
    [...rows, total],
  );
  return { title: `Initial margin (${currency})`, blocks: [table] };
}

function changeCell(change: number): Cell {
  return cell(signedMoney(change), change < 0 ? 'good' : 'plain');
}

function movesSection({ moves, cost }: AllocateResult, detail: ReportDetail): Section {
  if (moves.length === 0) return { title: 'Moves', blocks: [{ kind: 'text', text: 'None.', tone: 'muted' }] };
  const isRenamed = moves.some((move) => move.instrument !== move.as);
  const isMixed = moves.some((move) => move.handedOver !== 0);
  const table = tableOf<MoveLine>(
    [
      { title: 'quantity', of: (move) => withSign(quantity(move.quantity)) },
      { title: 'instrument', align: 'left', of: (move) => move.instrument },
      { title: 'from', align: 'left', of: (move) => move.from },
      { title: 'to', align: 'left', of: (move) => move.to },
      ...(isRenamed ? [{ title: 'as', align: 'left' as const, rank: 3, of: (move: MoveLine) => move.as }] : []),
      ...(isMixed ? [{ title: 'handed over', rank: 2, of: (move: MoveLine) => quantity(move.handedOver) }] : []),
      { title: 'cost', of: (move) => money(move.cost) },
      { title: 'saves', note: SAVES, of: (move) => money(move.marginSaved) },
    ],
    moves,
    { limit: detail.trades, noun: 'moves' },
  );
  const parts = `transfer ${money(cost.transfer)}, spread ${money(cost.spread)}, depth ${money(cost.depth)}, fees ${money(cost.fees)}`;
  const costs: Block = { kind: 'text', text: `Cost ${money(cost.total)}: ${parts}.`, tone: 'plain' };
  return { title: 'Moves', blocks: [table, costs] };
}

const SAVES = 'saves: the margin that all venues together would need more without this move';

function holdingsSection({ name, positions }: AllocatedVenue, detail: ReportDetail): Section {
  if (positions.length === 0)
    return { title: `At ${name}`, blocks: [{ kind: 'text', text: 'Nothing.', tone: 'muted' }] };
  const table = tableOf<AllocatedVenue['positions'][number]>(
    [
      { title: 'instrument', align: 'left', of: ({ instrument }) => instrument },
      { title: 'before', of: ({ before }) => quantity(before) },
      { title: 'after', of: (line) => cell(quantity(line.after), line.after === line.before ? 'plain' : 'strong') },
    ],
    positions,
    { limit: detail.positions, noun: 'positions' },
  );
  return { title: `At ${name}`, blocks: [table] };
}

function proofSection({ objective, bound, gap, proven, marginWeight }: AllocateResult): Section {
  const have = `The objective is ${money(objective)}`;
  const text =
    bound === null || gap === null
      ? `${have}; no bound is known, so a better allocation may exist.`
      : `${have} and no allocation can be below ${money(bound)}: ${proven ? provenWords(gap) : 'not proven optimal'}, gap ${gapPercent(gap)}.`;
  const weight = marginWeight === 1 ? '' : `${figure(marginWeight)} x `;
  const words = `Objective: ${weight}initial margins of all venues after the moves plus the moves' cost.`;
  return {
    title: 'How good it is',
    blocks: [
      { kind: 'text', text, tone: 'plain' },
      { kind: 'text', text: words, tone: 'muted' },
    ],
  };
}

function summaryOf({ before, after, moves, cost, currency, venues }: AllocateResult, status: Status): Cell {
  const saved = before.initialMargin - after.initialMargin;
  const share = before.initialMargin > 0 ? ` (${withSign(percent(-saved / before.initialMargin))})` : '';
  const margins = `${money(before.initialMargin)} -> ${money(after.initialMargin)} ${currency}${share}`;
  const count = `${moves.length} move${moves.length === 1 ? '' : 's'}`;
  const head = `Initial margins of ${venues.length} venues ${margins}, ${count}, cost ${money(cost.total)}.`;
  const tail = status === 'stopped' ? ' Stopped early.' : status === 'no' ? ' No move improves it.' : '';
  return cell(`${head}${tail}`, status === 'no' ? 'bad' : 'strong');
}
