import type { CorrelationMatrix } from '../../domain/index.js';
import { kMeans } from '../../math/k-means.js';
import { seededRandom } from '../../math/seeded-random.js';
import type { JointReturns } from './joint-returns.js';
import { windowFeatures } from './window-features.js';

/** How the market moved on some of its days. */
export interface Regime {
  /** `calm` the quietest, `stressed` the wildest; `middle`, or `middle 1` and so on, between them. */
  readonly name: string;
  /** How many days are of it, and which part of all. */
  readonly days: number;
  readonly share: number;
  /** Stretches of days, each from and to, ISO, in the order of time. */
  readonly spells: readonly { readonly from: string; readonly to: string; readonly days: number }[];
  /** Pearson correlations of the days' returns; 0 where a price never moves. */
  readonly correlation: CorrelationMatrix;
  /** Standard deviation of a day's log return about zero, by underlying. */
  readonly dailyVolatilities: ReadonlyMap<string, number>;
}

export interface RegimeOptions {
  /** How many regimes there are. */
  readonly regimes: number;
  /** Returns in a window. */
  readonly window: number;
  readonly seed: number;
}

/** Regimes, or how many days there would have to be. */
export type FoundRegimes =
  | { readonly kind: 'found'; readonly regimes: readonly Regime[] }
  | { readonly kind: 'tooFewReturns'; readonly returns: number; readonly required: number }
  /** No day is of one of them: the windows do not differ so much. */
  | { readonly kind: 'tooAlike'; readonly distinct: number };

/** A correlation needs more days than that. */
const FEWEST_DAYS = 20;

/**
 * Parts a history into regimes by what rolling windows of it look like: k-means over the windows' mean log volatility and mean
 * Fisher-transformed correlation, both standardised. A day is of the regime that most of the windows around it have; where two
 * tie, of the calmer. Regimes are in the order of their volatility, the calmest first. Deterministic by `seed`.
 *
 * SOURCE of the method: windows of correlation clustered into market states, M. Münnix et al., "Identifying states of a
 * financial market", Scientific Reports 2 (2012) 644; here over two figures of a window, for short histories.
 */
export function findRegimes(returns: JointReturns, { regimes: k, window, seed }: RegimeOptions): FoundRegimes {
  const days = returns.dates.length;
  const required = Math.max(2 * window, k * FEWEST_DAYS);
  if (days < required) return { kind: 'tooFewReturns', returns: days, required };
  const features = windowFeatures(returns, window);
  const { labels, centres } = kMeans(features.values, 2, k, seededRandom(seed));
  const order = [...Array(k).keys()].sort((a, b) => centres[2 * a]! - centres[2 * b]!);
  const byVote = votes(labels, days, window, order);
  const groups = order.map((_, rank) => [...byVote.keys()].filter((t) => byVote[t] === rank));
  const populated = groups.filter((group) => group.length >= FEWEST_DAYS).length;
  if (populated < k) return { kind: 'tooAlike', distinct: populated };
  return { kind: 'found', regimes: groups.map((group, rank) => regime(regimeName(rank, k), group, returns)) };
}

/** The rank of each day's regime, by the windows that have the day. */
function votes(labels: Int32Array, days: number, window: number, order: readonly number[]): Int32Array {
  const rankOf = new Int32Array(order.length);
  order.forEach((label, rank) => {
    rankOf[label] = rank;
  });
  return Int32Array.from({ length: days }, (_, t) => {
    const counts = new Int32Array(order.length);
    for (let w = Math.max(0, t - window + 1); w <= Math.min(t, labels.length - 1); w++) counts[rankOf[labels[w]!]!]!++;
    return counts.indexOf(Math.max(...counts));
  });
}

function regimeName(rank: number, k: number): string {
  if (k === 1) return 'all days';
  if (rank === 0) return 'calm';
  if (rank === k - 1) return 'stressed';
  return k === 3 ? 'middle' : `middle ${rank}`;
}

function regime(name: string, days: readonly number[], { names, dates, values }: JointReturns): Regime {
  const n = names.length;
  const means = names.map((_, i) => days.reduce((total, t) => total + values[t * n + i]!, 0) / days.length);
  const moment = (i: number, j: number, centred: boolean): number =>
    days.reduce((total, t) => {
      const a = values[t * n + i]! - (centred ? means[i]! : 0);
      return total + a * (values[t * n + j]! - (centred ? means[j]! : 0));
    }, 0) / days.length;
  const deviations = names.map((_, i) => Math.sqrt(moment(i, i, true)));
  const correlation = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    correlation[i * n + i] = 1;
    for (let j = 0; j < i; j++) {
      const scale = deviations[i]! * deviations[j]!;
      const rho = scale > 0 ? Math.max(-1, Math.min(1, moment(i, j, true) / scale)) : 0;
      correlation[i * n + j] = rho;
      correlation[j * n + i] = rho;
    }
  }
  return {
    name,
    days: days.length,
    share: days.length / dates.length,
    spells: spellsOf(days, dates),
    correlation: { names, values: correlation },
    dailyVolatilities: new Map(names.map((one, i) => [one, Math.sqrt(moment(i, i, false))])),
  };
}

function spellsOf(days: readonly number[], dates: readonly string[]): Regime['spells'] {
  const spells: { from: string; to: string; days: number }[] = [];
  days.forEach((t, k) => {
    const last = spells.at(-1);
    if (last !== undefined && days[k - 1] === t - 1) Object.assign(last, { to: dates[t]!, days: last.days + 1 });
    else spells.push({ from: dates[t]!, to: dates[t]!, days: 1 });
  });
  return spells;
}
