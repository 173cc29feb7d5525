import type { OptionRight } from '../../domain/index.js';
import type { SrmFigures } from './srm-values.js';

/** What one short contract needs by itself, price included; dollars. */
export interface IsolatedRates {
  readonly initial: number;
  readonly maintenance: number;
}

/**
 * The requirement of one option sold and not looked at together with others.
 *
 * SOURCE: derivexyz/v2-core, StandardManager.sol, _getIsolatedMarginForCall and _getIsolatedMarginForPut.
 */
export function isolatedRates(
  right: OptionRight,
  strike: number,
  price: number,
  spot: number,
  figures: SrmFigures,
): IsolatedRates {
  const outOfTheMoney = Math.max(0, right === 'C' ? strike - spot : spot - strike);
  const spotReq = Math.max(figures.maxSpotReq - outOfTheMoney / spot, figures.minSpotReq) * spot;
  if (right === 'C') return { initial: price + spotReq, maintenance: price + figures.maintenanceCallSpotReq * spot };
  const maintenance = price + Math.max(figures.maintenancePutSpotReq * spot, figures.maintenancePutPriceReq * price);
  return { initial: Math.max(price + spotReq, maintenance * figures.maintenanceOffset), maintenance };
}
