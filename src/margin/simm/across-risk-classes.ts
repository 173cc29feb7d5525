import { RISK_CLASSES, type RiskClass } from './risk-types.js';
import type { SimmValues } from './simm-values.js';

/** sqrt( sum over r, s of psi_rs IM_r IM_s ): margins of risk classes into that of a product class. */
export function acrossRiskClasses(margins: ReadonlyMap<RiskClass, number>, values: SimmValues): number {
  let total = 0;
  for (const r of RISK_CLASSES) {
    for (const s of RISK_CLASSES) {
      total += riskClassCorrelation(values, r, s) * (margins.get(r) ?? 0) * (margins.get(s) ?? 0);
    }
  }
  return Math.sqrt(Math.max(0, total));
}

/** psi_rs; 1 of a class with itself. */
export function riskClassCorrelation(
  { riskClasses, riskClassCorrelations }: SimmValues,
  r: RiskClass,
  s: RiskClass,
): number {
  const correlation = riskClassCorrelations[riskClasses.indexOf(r)]?.[riskClasses.indexOf(s)];
  if (correlation === undefined) throw new RangeError(`no correlation of ${r} and ${s}`);
  return correlation;
}
