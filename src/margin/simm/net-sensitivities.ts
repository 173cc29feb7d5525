import type { Crif, CrifSource } from '../../domain/index.js';

/** The side a margin is for: `call` is what the owner of the file collects, `post` what it hands over. */
export type SimmSide = 'call' | 'post';

/** Which rows of a file count. */
export interface SimmSelection {
  readonly side: SimmSide;
  readonly portfolio?: string;
  /** Rows that name regimes count only if this is among those of the side. */
  readonly regulation?: string;
}

/** Whether rows of a source count. */
export function isSelected(source: CrifSource, { side, portfolio, regulation }: SimmSelection): boolean {
  if (portfolio !== undefined && source.portfolio !== portfolio) return false;
  const regimes = side === 'call' ? source.collect : source.post;
  return regulation === undefined || regimes.length === 0 || regimes.includes(regulation);
}

/** Net sensitivity of each factor of the file in USD; on the post side of the opposite sign. */
export function netSensitivities(crif: Crif, selection: SimmSelection): Float64Array {
  const { factors, factorOf, sourceOf, amountsUsd, sources } = crif;
  const counts = sources.map((source) => isSelected(source, selection));
  const sign = selection.side === 'call' ? 1 : -1;
  const net = new Float64Array(factors.length);
  for (let row = 0; row < amountsUsd.length; row++) {
    if (counts[sourceOf[row]!]) net[factorOf[row]!]! += sign * amountsUsd[row]!;
  }
  return net;
}
