import type { ValuedInstrument } from '../../scenario/index.js';

/** How a venue whose portfolio margin has derivatives only takes spot: as equity, in no scenario. */
export function spotAsEquity({ instrument: { type } }: ValuedInstrument): string | null {
  return type === 'spot' ? 'as equity: it needs no margin and offsets nothing' : null;
}

export function isDerivative({ instrument: { type } }: ValuedInstrument): boolean {
  return type !== 'spot' && type !== 'index';
}
