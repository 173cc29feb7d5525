import type { SrmLine, SrmMarket } from '../../../src/margin/derive-srm/index.js';
import type { SrmFigures } from '../../../src/margin/derive-srm/srm-values.js';
import { black76 } from '../../../src/pricing/index.js';

interface Holding {
  readonly line: SrmLine;
  readonly quantity: number;
}

/**
 * The standard manager a second time, from the rule book's text alone: net margins of one market, signs as the venue has them,
 * only what is held looked at. Shares Black's formula of the pricing room, which the model does not use.
 */
export function independentSrm(
  held: readonly Holding[],
  market: SrmMarket,
  stablePrice: number,
  figures: SrmFigures,
): { initial: number; maintenance: number } {
  const { spot, spotConfidence, underlying } = market;
  const own = held.filter(
    ({ line, quantity }) => line.kind !== 'cash' && line.underlying === underlying && quantity !== 0,
  );
  const amountOf = (kind: string): number => own.find(({ line }) => line.kind === kind)?.quantity ?? 0;
  const [perpetual, base] = [amountOf('perpetual'), amountOf('base')];
  const notional = Math.abs(perpetual) * (market.perpetual?.price ?? 0);
  const broken = Math.max(0, figures.pegLossThreshold - stablePrice) * figures.pegLossFactor * spot;
  const unsure = (confidence: number, threshold: number, amount: number): number =>
    confidence < threshold ? (1 - confidence) * figures.confidenceMargin * spot * amount : 0;
  let maintenance = base * spot * figures.baseMarginFactor - notional * figures.perpMaintenance;
  let initial = base * spot * figures.baseMarginFactor * figures.baseInitialScale - notional * figures.perpInitial;
  initial -= broken * Math.abs(perpetual);
  initial -= unsure(
    Math.min(spotConfidence, market.perpetual?.confidence ?? 1),
    figures.perpConfidenceThreshold,
    Math.abs(perpetual),
  );
  if (figures.baseMarginFactor > 0) initial -= unsure(spotConfidence, figures.baseConfidenceThreshold, base);
  for (const feed of market.expiries) {
    const options = own.flatMap(({ line, quantity }) =>
      line.kind === 'option' && line.secondsToExpiry === feed.secondsToExpiry ? [{ ...line, quantity }] : [],
    );
    const settled = [0, ...options.map(({ strike }) => strike)].map((price) =>
      options.reduce((total, { right, strike, quantity }) => {
        return total + quantity * Math.max(0, right === 'C' ? price - strike : strike - price);
      }, 0),
    );
    const calls = options.reduce((net, { right, quantity }) => net + (right === 'C' ? quantity : 0), 0);
    const unpaired = Math.min(0, calls) * feed.forward;
    const loss = Math.min(0, ...settled);
    let [alone, aloneInitial, shorts] = [0, 0, 0];
    for (const { right, strike, volatility, quantity } of options.filter((option) => option.quantity < 0)) {
      const deviation = volatility! * Math.sqrt(Math.max(0, feed.secondsToExpiry) / 31_536_000);
      const mark = quantity * black76(right, feed.forward, strike, deviation, 1);
      const out = Math.max(0, right === 'C' ? strike - spot : spot - strike) / spot;
      const wide = Math.max(figures.maxSpotReq - out, figures.minSpotReq) * spot * quantity + mark;
      const narrow =
        right === 'C'
          ? mark + figures.maintenanceCallSpotReq * spot * quantity
          : mark + Math.min(figures.maintenancePutSpotReq * spot * quantity, figures.maintenancePutPriceReq * mark);
      alone += narrow;
      aloneInitial += right === 'C' ? wide : Math.min(wide, narrow * figures.maintenanceOffset);
      shorts -= quantity;
    }
    maintenance += Math.max(alone, loss + unpaired * figures.unpairedMaintenance);
    initial += Math.max(aloneInitial, loss + unpaired * figures.unpairedInitial);
    const confidence = Math.min(spotConfidence, feed.forwardConfidence, feed.volatilityConfidence);
    initial -= unsure(confidence, figures.optionConfidenceThreshold, shorts) + broken * shorts;
  }
  return { initial, maintenance };
}
