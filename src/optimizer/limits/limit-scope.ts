import type { Instrument } from '../../domain/index.js';
import type { ValuedInstrument } from '../../scenario/index.js';
import type { LimitProblem } from './limit-measure.js';

/** What a scope means: the columns of its lines, and the underlyings of its lines and market instruments. */
export interface ScopeMatch {
  readonly columns: readonly number[];
  readonly underlyings: ReadonlySet<string>;
}

/** Where a scope looks for what it names. */
export interface ScopeUniverse {
  readonly lines: readonly ValuedInstrument[];
  /** Every instrument of the market: one that no line holds counts as nothing, and is known all the same. */
  readonly market: readonly Instrument[];
}

/** A name pattern with `*` (any run) and `?` (one character); letter case does not count. */
export function matchesPattern(name: string, pattern: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, 'i').test(name);
}

/** The expiry of an instrument as a scope names it, or null. */
export function expiryScope({ expiry }: Instrument): string | null {
  return expiry === null ? null : new Date(expiry).toISOString().slice(0, 10);
}

/**
 * What a scope means (`total`, an underlying, an expiry date, or an instrument pattern), or what it could have been. The
 * whole market is looked at, so that a limit means the same whether its instruments are held, proposed or neither.
 */
export function matchScope(scope: string, { lines, market }: ScopeUniverse): ScopeMatch | LimitProblem {
  const all = scope.toLowerCase() === 'total' || scope === '*';
  const meant = (instrument: Instrument): boolean =>
    instrument.type !== 'index' &&
    (all ||
      instrument.underlying.toLowerCase() === scope.toLowerCase() ||
      expiryScope(instrument) === scope ||
      matchesPattern(instrument.name, scope));
  const columns = [...lines.keys()].filter((j) => meant(lines[j]!.instrument));
  const underlyings = new Set(columns.map((j) => lines[j]!.instrument.underlying));
  for (const instrument of market) if (meant(instrument)) underlyings.add(instrument.underlying);
  // An empty book within an empty market has a total all the same.
  if (underlyings.size === 0 && !all) return unknownScope([...lines.map(({ instrument }) => instrument), ...market]);
  return { columns, underlyings };
}

function unknownScope(instruments: readonly Instrument[]): LimitProblem {
  const known = new Set<string>(['total']);
  for (const instrument of instruments) {
    if (instrument.type === 'index') continue;
    known.add(instrument.underlying);
    const expiry = expiryScope(instrument);
    if (expiry !== null) known.add(expiry);
  }
  for (const { name, type } of instruments) if (type !== 'index') known.add(name);
  return { problem: 'unknownScope', known: [...known] };
}
