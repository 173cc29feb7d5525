import { evaluate } from '../../formula/index.js';
import {
  costOf,
  type HedgeFound,
  type HedgeProblem,
  type HedgeTrade,
  objectiveOf,
  type PriceLevel,
} from '../../optimizer/index.js';
import type { AllocateCost, AllocatedVenue, AllocateResult, MoveLine } from '../../schema/allocate-document.js';
import { bookFigures } from '../book-figures.js';
import { certificateLine } from '../certificate-line.js';
import type { Allocation } from './allocation.js';
import type { Moves } from './moves.js';

/** A gap up to this, relative, counts as proven optimal. */
const PROVEN_GAP = 1e-6;

interface Context {
  readonly allocation: Allocation;
  readonly problem: HedgeProblem;
  readonly excluded: Moves['excluded'];
  readonly transfers: Moves['transfers'];
  readonly relativeGap: number;
}

/** The result of moves that were found: every venue margined again by its full rules on what it then holds. */
export function allocateResult(context: Context, found: HedgeFound): AllocateResult {
  const { allocation, problem, excluded, relativeGap } = context;
  const { trades } = found;
  const venues = allocation.venues.map((_, v) => venueLine(allocation, v, trades));
  const cost = costLine(context, trades);
  const [before, after] = [added(venues.map((one) => one.before)), added(venues.map((one) => one.after))];
  const objective = problem.marginWeight * after.initialMargin + cost.total;
  const bound = boundFor(found, objectiveOf(problem, trades), objective);
  const gap = bound === null ? null : Math.max(0, objective - bound) / Math.max(1, Math.abs(objective));
  const tolerance = found.searchBound === null ? PROVEN_GAP : Math.max(PROVEN_GAP, relativeGap);
  return {
    currency: allocation.venues[0]!.run.view.currency,
    before,
    after,
    venues,
    moves: moveLines(context, trades, after.initialMargin),
    cost,
    objective,
    marginWeight: problem.marginWeight,
    bound,
    gap,
    proven: gap !== null && gap <= tolerance,
    candidates: {
      considered: allocation.moves.length,
      excluded: excluded.map(({ instrument, reason }) => ({ instrument, reason })),
    },
    certificate: certificateLine(found),
  };
}

/** The bound, where the program's margin is the one reported; rules that look at which lines are held may ask for less. */
function boundFor({ bound }: HedgeFound, searched: number, objective: number): number | null {
  const isSame = Math.abs(searched - objective) <= PROVEN_GAP * Math.max(1, Math.abs(objective));
  return isSame && Number.isFinite(bound) ? bound : null;
}

type Margins = AllocateResult['before'];

function marginsAt(allocation: Allocation, venue: number, held: Float64Array): Margins {
  const { requirement, quantities } = bookFigures(allocation.venues[venue]!.run, held);
  return {
    initialMargin: evaluate(requirement.initial, quantities),
    maintenanceMargin: evaluate(requirement.maintenance, quantities),
  };
}

function added(margins: readonly Margins[]): Margins {
  return {
    initialMargin: margins.reduce((sum, { initialMargin }) => sum + initialMargin, 0),
    maintenanceMargin: margins.reduce((sum, { maintenanceMargin }) => sum + maintenanceMargin, 0),
  };
}

function venueLine(allocation: Allocation, venue: number, trades: readonly HedgeTrade[]): AllocatedVenue {
  const { name, run } = allocation.venues[venue]!;
  const after = allocation.quantitiesAt(venue, trades);
  const positions = run.lines.map(({ instrument }, j) => ({
    instrument: instrument.name,
    before: run.quantities[j]!,
    after: after[j]!,
  }));
  return {
    name,
    model: run.model.id,
    parameters: run.parameters.id,
    effectiveDate: run.parameters.effectiveDate,
    confidence: run.requirement.confidence,
    before: marginsAt(allocation, venue, run.quantities),
    after: marginsAt(allocation, venue, after),
    positions: positions.filter((line) => line.before !== 0 || line.after !== 0),
  };
}

function costLine({ transfers }: Context, trades: readonly HedgeTrade[]): AllocateCost {
  const { spread, depth, fees } = costOf(trades);
  const transfer = trades.reduce((sum, trade) => sum + handedOver(trade, transfers).cost, 0);
  return { transfer, spread, depth, fees: fees - transfer, total: spread + depth + fees };
}

function handedOver({ fills }: HedgeTrade, transfers: ReadonlySet<PriceLevel>): { contracts: number; cost: number } {
  const own = fills.filter(({ level }) => transfers.has(level));
  return {
    contracts: own.reduce((sum, { quantity }) => sum + quantity, 0),
    cost: own.reduce((sum, { level, quantity }) => sum + level.unitFee * quantity, 0),
  };
}

function moveLines({ allocation, transfers }: Context, trades: readonly HedgeTrade[], margin: number): MoveLine[] {
  return trades
    .map((trade) => {
      const { pair } = allocation.moveOf(trade.line);
      const others = trades.filter((other) => other !== trade);
      const without = allocation.venues.reduce(
        (sum, _, v) => sum + marginsAt(allocation, v, allocation.quantitiesAt(v, others)).initialMargin,
        0,
      );
      const { spread, depth, fees } = costOf([trade]);
      const told = asTold(allocation, trade);
      const here = allocation.venues[pair.from.venue]!.name;
      const handed = handedOver(trade, transfers).contracts;
      return {
        ...told,
        handedOver: told.from === here ? handed : handed * pair.ratio,
        cost: spread + depth + fees,
        marginSaved: without - margin,
      };
    })
    .sort((a, b) => b.marginSaved - a.marginSaved || (a.instrument < b.instrument ? -1 : 1));
}

/** A move as its owner sees it: taking minus five from here to there is a short position of five that leaves. */
function asTold(
  allocation: Allocation,
  { line, direction, quantity }: HedgeTrade,
): Pick<MoveLine, 'instrument' | 'as' | 'from' | 'to' | 'quantity' | 'arriving'> {
  const { pair, fromLine } = allocation.moveOf(line);
  const { from, to, ratio } = pair;
  const held = allocation.venues[from.venue]!.run.quantities[fromLine]!;
  const moved = direction * quantity;
  const [here, there] = [allocation.venues[from.venue]!.name, allocation.venues[to.venue]!.name];
  if (moved * held > 0) {
    const names = { instrument: from.instrument, as: to.instrument, from: here, to: there };
    return { ...names, quantity: moved, arriving: moved * ratio };
  }
  const names = { instrument: to.instrument, as: from.instrument, from: there, to: here };
  return { ...names, quantity: -moved * ratio, arriving: -moved };
}
