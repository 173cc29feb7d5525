import type { VenueRequirement } from '../venue-requirement.js';
import type { DeriveLines } from './derive-lines.js';
import type { VenueMoney } from './dollars.js';
import type { SubBook } from './sub-book.js';

/** A portfolio account of Derive, of one underlying: the forward contingency is one more candidate for its worst scenario. */
export function deriveAccount(
  underlying: string,
  { places }: DeriveLines<unknown>,
  requirement: VenueRequirement,
  money: VenueMoney,
): SubBook {
  const loss = requirement.components.forwardContingency!;
  return {
    name: underlying,
    underlyings: [underlying],
    requirement,
    scenarios: [
      ...requirement.scenarios,
      { name: 'forward contingency', loss, spotMove: 0, volatility: 'none', weight: 1 },
    ],
    components: Object.fromEntries(Object.entries(requirement.components).filter(([name]) => !isFactor(name))),
    places,
    money,
  };
}

/** Whether a component of Derive's rule books is a factor, and not an amount of money. */
function isFactor(component: string): boolean {
  return /factor$|^(long|short) discount of /i.test(component);
}
