import { constant, type Explanation, type Formula, max, scale } from '../../formula/index.js';
import type { MarginBeside, MarginRequirement, ModelInputs } from '../margin-model.js';
import { inUnits } from './in-units.js';
import type { SimmSelection } from './net-sensitivities.js';
import { scheduleMargin } from './schedule-margin.js';
import { netOfColumns, type SensitivityColumns } from './sensitivity-columns.js';
import { simm } from './simm.js';
import { simmComponents } from './simm-components.js';
import { simmCore } from './simm-core.js';
import { simmLayout } from './simm-layout.js';
import type { SimmNode } from './simm-node.js';
import { type SimmSettings, selectionsOf, sideOf, termsOf } from './simm-settings.js';
import { simmVersion } from './simm-version.js';
import { TradeRows } from './trade-rows.js';

/** Risk factors in the widest measure that a formula for a search is made of: its matrix has their square. */
export const MOST_FACTORS_SEARCHED = 2000;

const NO_ROWS = new TradeRows({
  ...{ factors: [], sources: [], addOns: [], schedule: [] },
  ...{ factorOf: new Int32Array(0), sourceOf: new Int32Array(0), amountsUsd: new Float64Array(0) },
});

/** One regime's margin of the book. */
interface RegimeMargin {
  readonly selection: SimmSelection;
  readonly columns: SensitivityColumns;
  readonly addOns: ReturnType<TradeRows['addOns']>;
  readonly tree: SimmNode;
}

/**
 * ISDA SIMM of the book held: the largest of its margins under the regimes that its rows name. The margins are figures of
 * this book alone; `near` is a convex formula that stands for them near it.
 */
export function simmRequirement(inputs: ModelInputs, settings: SimmSettings): MarginRequirement {
  const { lines, view, trades = NO_ROWS } = inputs;
  const book = inputs.book ?? new Float64Array(lines.length);
  const names = lines.map(({ instrument }) => instrument.name);
  const perUsd = view.rates.rateOf('USD')?.rate ?? 1;
  const held = new Map(names.map((name, j) => [name, book[j]!]));
  const present = names.filter((name) => held.get(name) !== 0);
  const terms = termsOf(settings);
  const margins: RegimeMargin[] = [];
  for (const selection of selectionsOf(settings, trades.regimes(present, sideOf(settings)))) {
    const columns = trades.columns(names, selection);
    const addOns = trades.addOns(held, selection);
    // Regimes mostly ask for the same rows.
    const same = margins.find((one) => isOfTheSameRows(one, { columns, addOns }));
    const tree = same?.tree ?? simm({ factors: columns.factors, net: netOfColumns(columns, book), addOns }, terms);
    margins.push({ selection, columns, addOns, tree });
  }
  const worst = margins.reduce((most, one) => (one.tree.amount > most.tree.amount ? one : most));
  const initial = constant('SIMM', perUsd * worst.tree.amount);
  let components: MarginRequirement['components'] | null = null;
  const isVerified = simmVersion(settings.version)!.confidence === 'verified' && settings.horizonDays === 10;
  return {
    initial,
    maintenance: initial,
    breakdown: () => breakdown(margins, worst, perUsd),
    near: {
      refusal: () => refusal(margins, settings),
      formula: () => nearBook(margins, book, settings, perUsd),
    },
    underlyings: [],
    scenarios: [],
    // Not asked for where a trade is margined alone, of which there may be a hundred thousand.
    get components() {
      components ??= Object.fromEntries(
        [...simmComponents(worst.tree, terms.values)].map(([name, usd]) => [name, constant(name, perUsd * usd)]),
      );
      return components;
    },
    beside: () => schedules(trades, held, margins, { asOf: inputs.asOf, perUsd }),
    confidence: isVerified ? 'verified' : 'model',
  };
}

/** Whether two regimes' margins are of the same sensitivities, without anything added. */
function isOfTheSameRows(
  a: Pick<RegimeMargin, 'columns' | 'addOns'>,
  b: Pick<RegimeMargin, 'columns' | 'addOns'>,
): boolean {
  const isPlain = a.addOns.length === 0 && b.addOns.length === 0;
  const isAsLong =
    a.columns.usd.length === b.columns.usd.length && a.columns.factors.length === b.columns.factors.length;
  return (
    isPlain &&
    isAsLong &&
    a.columns.factors.every((factor, k) => factor === b.columns.factors[k]) &&
    a.columns.usd.every(
      (usd, i) =>
        usd === b.columns.usd[i] &&
        a.columns.factorOf[i] === b.columns.factorOf[i] &&
        a.columns.columnOf[i] === b.columns.columnOf[i],
    )
  );
}

function breakdown(margins: readonly RegimeMargin[], worst: RegimeMargin, perUsd: number): Explanation {
  if (margins.length === 1) return explained(worst.tree, perUsd);
  return {
    name: 'largest of regimes',
    amount: perUsd * worst.tree.amount,
    active: true,
    children: margins.map(({ selection, tree }) => ({
      ...explained(tree, perUsd),
      name: `SIMM ${selection.regulation}`,
      active: tree.amount === worst.tree.amount,
    })),
  };
}

function explained({ name, amount, children }: SimmNode, perUsd: number): Explanation {
  return {
    name,
    amount: perUsd * amount,
    active: true,
    children: children.map((child) => explained(child, perUsd)),
  };
}

/** Why no formula for a search is made; null where one is. */
function refusal(margins: readonly RegimeMargin[], settings: SimmSettings): string | null {
  const total = Math.max(...margins.map(({ columns }) => columns.factors.length));
  if (total <= MOST_FACTORS_SEARCHED) return null;
  const terms = termsOf(settings);
  const widest = Math.max(
    ...margins.flatMap(({ columns }) =>
      simmLayout(columns.factors, terms).flatMap(({ riskClasses }) =>
        riskClasses.flatMap(({ layout }) =>
          [layout.delta, layout.vega, layout.curvature].map(({ buckets }) =>
            buckets.reduce((count, { samples }) => count + samples.length, 0),
          ),
        ),
      ),
    ),
  );
  if (widest <= MOST_FACTORS_SEARCHED) return null;
  return `has ${widest} risk factors in one measure, and a search takes ${MOST_FACTORS_SEARCHED} at most`;
}

function nearBook(
  margins: readonly RegimeMargin[],
  book: Float64Array,
  settings: SimmSettings,
  perUsd: number,
): Formula {
  const terms = termsOf(settings);
  const cores = margins.map(({ columns, addOns }) => simmCore(columns, book, terms, addOns));
  const largest = Math.max(...margins.map(({ tree }) => tree.amount));
  const whole = inUnits(cores.length === 1 ? cores[0]! : max('largest of regimes', cores), largest);
  return perUsd === 1 ? whole : scale('SIMM', perUsd, whole);
}

/** The margin of the regulators' schedule, the largest of the regimes, where the file has rows for it. */
function schedules(
  trades: TradeRows,
  held: ReadonlyMap<string, number>,
  margins: readonly RegimeMargin[],
  { asOf, perUsd }: { readonly asOf: number; readonly perUsd: number },
): MarginBeside[] {
  if (trades.crif.schedule.length === 0) return [];
  const amounts = margins.map(({ selection }) => {
    const schedule = trades.schedule(held, selection);
    return scheduleMargin({ ...trades.crif, schedule }, selection, asOf).margin;
  });
  return [{ name: 'schedule', amount: perUsd * Math.max(...amounts) }];
}
