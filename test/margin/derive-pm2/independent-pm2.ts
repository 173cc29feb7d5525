import type { Pm2Line, Pm2Snapshot, Pm2Values } from '../../../src/margin/derive-pm2/index.js';
import { normalCdf } from '../../../src/math/index.js';

interface Holding {
  readonly line: Pm2Line;
  readonly quantity: number;
}

/**
 * PMRM_2 a second time, written from the rule book's text alone: no formula, no typed array, profit and loss of one book with
 * its signs as the venue has them. Options bring their own volatilities. Shares nothing with the model but the normal distribution.
 */
export function independentPm2(
  held: readonly Holding[],
  snapshot: Pm2Snapshot,
  values: Pm2Values,
): { initial: number; maintenance: number; worst: number } {
  const perpetual = held.find(({ line }) => line.kind === 'perpetual')?.quantity ?? 0;
  const { spot, stablePrice } = snapshot;
  const expiries = snapshot.expiries.map((feed) => expiryOf(feed, held, snapshot, values, perpetual));
  const profits = values.scenarios.map((scenario) => {
    const move = scenario.spotShock - 1;
    let profit = perpetual === 0 ? 0 : perpetual * snapshot.perpetual!.price * move;
    for (const { line, quantity } of held) {
      if (line.kind === 'collateral' && line.riskCancelling) profit += ((quantity * line.price) / stablePrice) * move;
    }
    return scenario.dampening * expiries.reduce((total, expiry) => total + expiry.profit(scenario), profit);
  });
  const basis = expiries.reduce((total, expiry) => total + expiry.basis, 0);
  const worst = Math.min(basis, ...profits);
  let [value, later, sooner] = [0, 0, 0];
  for (const { line, quantity } of held) {
    if (line.kind === 'cash') value += quantity;
    if (line.kind !== 'collateral') continue;
    const worth = (quantity * line.price) / stablePrice;
    value += worth;
    later += worth * line.maintenanceHaircut;
    sooner += worth * line.initialHaircut + unsure(Math.min(line.confidence, snapshot.spotConfidence), worth, values);
  }
  const notional = Math.abs(perpetual) * spot;
  later += notional * values.perpMaintenanceRate;
  const perpetualConfidence = Math.min(snapshot.spotConfidence, snapshot.perpetual?.confidence ?? 1);
  sooner += notional * values.perpInitialRate + unsure(perpetualConfidence, notional, values);
  for (const { mark, naked, gross, confidence } of expiries) {
    value += mark;
    later += naked * spot * values.optionMaintenanceRate;
    sooner += naked * spot * values.optionInitialRate + unsure(confidence, gross * spot, values);
  }
  const broken = Math.max(0, values.pegLossThreshold - stablePrice) * values.pegLossFactor;
  return {
    worst,
    maintenance: worst * values.maintenanceLossFactor - later + value,
    initial: worst * (values.initialLossFactor + broken) - later - sooner + value,
  };
}

function unsure(confidence: number, amount: number, values: Pm2Values): number {
  return confidence < values.confidenceThreshold ? (1 - confidence) * values.confidenceMargin * amount : 0;
}

function expiryOf(
  feed: Pm2Snapshot['expiries'][number],
  held: readonly Holding[],
  snapshot: Pm2Snapshot,
  values: Pm2Values,
  perpetual: number,
) {
  const seconds = feed.secondsToExpiry;
  const years = seconds / 31_536_000;
  const rate = feed.rate > 0 ? feed.rate : 0;
  const options = held.flatMap(({ line, quantity }) =>
    line.kind === 'option' && line.secondsToExpiry === seconds ? [{ ...line, quantity }] : [],
  );
  const open = seconds < 1800 ? seconds / 1800 : 1;
  const worth = (shock: number, vol: (option: (typeof options)[number]) => number): number =>
    options.reduce((total, option) => {
      const forward = feed.forward * (open * shock + 1 - open);
      return total + option.quantity * price(option, forward, vol(option), years) * Math.exp(-rate * years);
    }, 0);
  const mark = worth(1, ({ volatility }) => volatility!);
  const longer = seconds > 2_592_000;
  const stretch =
    (2_592_000 / Math.max(seconds, values.dteFloorDays * 86_400)) **
    (longer ? values.longTermPower : values.shortTermPower);
  const owned = values.longBaseDiscount * Math.exp(-years * (rate * values.longRateMultiplier + values.longRateAdd));
  const owed = Math.min(
    Math.exp(rate * years),
    values.shortBaseDiscount * Math.exp(years * (rate * values.shortRateMultiplier + values.shortRateAdd)),
  );
  const byStrike = new Map<number, number>();
  for (const { strike, quantity } of options) byStrike.set(strike, (byStrike.get(strike) ?? 0) + quantity);
  const same = ({ volatility }: { readonly volatility: number | null }): number => volatility!;
  return {
    mark,
    naked: [...byStrike.values()].reduce((total, net) => total + (net < 0 ? -net : 0), 0),
    gross: options.reduce((total, { quantity }) => total + Math.abs(quantity), 0),
    confidence: Math.min(
      snapshot.spotConfidence,
      perpetual === 0 ? 1 : snapshot.perpetual!.confidence,
      feed.forwardConfidence,
      feed.rateConfidence,
      feed.volatilityConfidence,
    ),
    basis:
      Math.min(worth(values.basisSpotUp, same) - mark, worth(values.basisSpotDown, same) - mark, 0) *
      (values.basisAddFactor + values.basisMultFactor * years),
    profit: ({ spotShock, volatility }: Pm2Values['scenarios'][number]): number => {
      const after = worth(spotShock, (option) => {
        const sigma = option.volatility!;
        if (volatility === 'up') return Math.max(values.minVolUpShock, sigma * (1 + values.volRangeUp * stretch));
        if (volatility === 'down') return sigma * Math.max(0, 1 - values.volRangeDown * stretch);
        return volatility === 'none' ? sigma : sigma * skew(volatility, option.strike / feed.forward, years, values);
      });
      const change = after * (after < 0 ? owed : owned) - mark;
      return volatility === 'linear' || volatility === 'abs' ? -Math.abs(change) : change;
    },
  };
}

function skew(move: 'linear' | 'abs', ratio: number, years: number, values: Pm2Values): number {
  const root = Math.sqrt(years);
  const linear = move === 'linear';
  const cap = linear
    ? values.linearCapBase + values.linearCapSlope * root
    : values.absCapBase + values.absCapSlope * root;
  const wing = Math.max(
    values.minKStar,
    root * values.widthScale * (values.volParamStatic + root * values.volParamScale),
  );
  const k = linear ? Math.log(ratio) : Math.abs(Math.log(ratio));
  return Math.max(0, 1 + (k < 0 ? Math.max(-cap, (k * cap) / wing) : Math.min(cap, (k * cap) / wing)));
}

function price(
  { strike, right }: { readonly strike: number; readonly right: string },
  forward: number,
  sigma: number,
  years: number,
): number {
  const deviation = Math.max(sigma * Math.sqrt(years), 1e-12);
  const d = Math.log(forward / strike) / deviation;
  const call = forward * normalCdf(d + deviation / 2) - strike * normalCdf(d - deviation / 2);
  return Math.max(0, right === 'C' ? call : call + strike - forward);
}
