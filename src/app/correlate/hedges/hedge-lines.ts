import { minimumVarianceHedge } from '../../../correlation/index.js';
import type { HedgeLine } from '../../../schema/correlate/correlate-hedges.js';
import type { PreparedRun } from '../../prepare-run.js';
import { hedgeLines, isQuoted } from './hedge-instruments.js';
import type { MaskedMargins } from './masked-margins.js';

/** A hedge before it has been tried on past prices. */
export type UntestedHedge = Omit<HedgeLine, 'sampleCorrelation' | 'effectiveness' | 'windows' | 'verdict'>;

/** Beside its own, so many other underlyings are tried for each exposure: those of the largest correlation. */
const MOST_OTHERS = 5;

/** Money per 100 % move of each underlying held, the delta of its options included. */
export function exposuresOf({ lines, greeks, quantities }: PreparedRun): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  lines.forEach(({ instrument: { underlying } }, j) => {
    if (quantities[j] === 0) return;
    found.set(underlying, (found.get(underlying) ?? 0) + quantities[j]! * greeks[j]!.deltaCash);
  });
  return found;
}

/**
 * For each exposure of the book the single instruments that could offset it, in the quantity of least variance, with what
 * is left of it and the margin of the whole book with the hedge in it. Its own underlying comes first, then the others by
 * the margin after.
 */
export function untestedHedges(run: PreparedRun, margins: MaskedMargins): readonly UntestedHedge[] {
  const before = margins.of(margins.underlyings);
  const instruments = hedgeLines(run);
  const exposures = exposuresOf(run);
  return margins.underlyings.flatMap((underlying) => {
    const exposure = exposures.get(underlying) ?? 0;
    if (exposure === 0) return [];
    const candidates = [...instruments]
      .map(([name, column]) => ({ name, column, correlation: correlationIn(run, underlying, name) }))
      .filter(({ name, correlation }) => name === underlying || correlation !== 0);
    const own = candidates.filter(({ name }) => name === underlying);
    const others = candidates
      .filter(({ name }) => name !== underlying)
      .sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation))
      .slice(0, MOST_OTHERS);
    const tried = [...own, ...others].flatMap((candidate) => {
      const line = tryHedge(run, margins, { underlying, exposure, before }, candidate);
      return line === null ? [] : [line];
    });
    const best = tried
      .filter((line) => line.instrumentUnderlying !== underlying)
      .reduce<UntestedHedge | null>(
        (least, line) => (line.marginAfter < (least?.marginAfter ?? before) ? line : least),
        null,
      );
    return tried
      .map((line) => ({ ...line, best: line === best }))
      .sort((a, b) => rankOf(a) - rankOf(b) || a.marginAfter - b.marginAfter);
  });
}

function rankOf({ underlying, instrumentUnderlying }: UntestedHedge): number {
  return underlying === instrumentUnderlying ? 0 : 1;
}

function tryHedge(
  run: PreparedRun,
  margins: MaskedMargins,
  { underlying, exposure, before }: { readonly underlying: string; readonly exposure: number; readonly before: number },
  { name, column, correlation }: { readonly name: string; readonly column: number; readonly correlation: number },
): UntestedHedge | null {
  const { dailyVolatilities } = run.inputs;
  const [own, other] = [dailyVolatilities.get(underlying), dailyVolatilities.get(name)];
  if (own === undefined || other === undefined || !(own > 0 && other > 0)) return null;
  const { ratio, residualShare } = minimumVarianceHedge(correlation, { exposure: own, hedge: other });
  const line = run.lines[column]!;
  const exact = (ratio * exposure) / run.greeks[column]!.deltaCash;
  const lot = line.quote?.lot ?? null;
  const contracts = lot === null || lot <= 0 ? exact : Math.round(exact / lot) * lot;
  const book = run.quantities.slice();
  book[column]! += contracts;
  const marginAfter = margins.with(book);
  return {
    underlying,
    exposure,
    instrument: line.instrument.name,
    instrumentUnderlying: name,
    quoted: isQuoted(line),
    correlation,
    ratio,
    contracts,
    residualShare,
    residualMoney: Math.abs(exposure) * own * Math.sqrt(residualShare),
    unhedgedMoney: Math.abs(exposure) * own,
    marginAfter,
    saved: before - marginAfter,
    best: false,
  };
}

/** The correlation that the run has for two underlyings; 0 where they do not move together. */
function correlationIn({ inputs }: PreparedRun, a: string, b: string): number {
  if (a === b) return 1;
  for (const { names, correlation } of inputs.blocks) {
    const [i, j] = [names.indexOf(a), names.indexOf(b)];
    if (i !== -1 && j !== -1) return correlation[i * names.length + j]!;
  }
  return 0;
}
