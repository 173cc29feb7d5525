import type { ValuedInstrument } from '../../scenario/index.js';
import type { LimitProblem } from './limit-measure.js';

/** A name pattern with `*` (any run) and `?` (one character); letter case does not count. */
export function matchesPattern(name: string, pattern: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, 'i').test(name);
}

/** The expiry of a line as a scope names it, or null. */
export function expiryScope(line: ValuedInstrument): string | null {
  return line.instrument.expiry === null ? null : new Date(line.instrument.expiry).toISOString().slice(0, 10);
}

/** The columns of the lines a scope means: `total`, an underlying, an expiry date, or an instrument pattern. */
export function linesInScope(scope: string, lines: readonly ValuedInstrument[]): number[] {
  const all = scope.toLowerCase() === 'total' || scope === '*';
  const columns: number[] = [];
  lines.forEach((line, j) => {
    const { name, underlying, type } = line.instrument;
    if (type === 'index') return;
    const named = underlying.toLowerCase() === scope.toLowerCase() || expiryScope(line) === scope;
    if (all || named || matchesPattern(name, scope)) columns.push(j);
  });
  return columns;
}

/** The scope matched nothing: what it could have been. */
export function unknownScope(lines: readonly ValuedInstrument[]): LimitProblem {
  const known = new Set<string>(['total']);
  for (const line of lines) {
    known.add(line.instrument.underlying);
    const expiry = expiryScope(line);
    if (expiry !== null) known.add(expiry);
  }
  for (const line of lines) known.add(line.instrument.name);
  return { problem: 'unknownScope', known: [...known] };
}
