import type { CrifFactor } from '../../../src/domain/index.js';
import type { SimmBook, SimmTerms } from '../../../src/margin/simm/index.js';
import type { CurrencyThreshold } from '../../../src/margin/simm/simm-values.js';

/**
 * SIMM once more, from the rules as they are written down and with none of the program's parts: every pair is visited, in
 * long sums. Written for tests to compare with; add-ons left out.
 */
export function independentSimm(book: SimmBook, terms: SimmTerms): number {
  let total = 0;
  for (const product of ['RatesFX', 'Credit', 'Equity', 'Commodity']) {
    const rows = book.factors.flatMap((factor, k): Row[] =>
      factor.productClass === product ? [{ ...factor, usd: book.net[k] ?? 0 }] : [],
    );
    const margins = terms.values.riskClasses.map((riskClass) => riskClassMargin(riskClass, rows, terms));
    let squares = 0;
    for (const [r, a] of margins.entries()) {
      for (const [s, b] of margins.entries()) squares += (terms.values.riskClassCorrelations[r]?.[s] ?? NaN) * a * b;
    }
    total += Math.sqrt(squares);
  }
  return total;
}

type Row = CrifFactor & { readonly usd: number };

interface Risk {
  readonly bucket: string;
  readonly name: string;
  readonly row: CrifFactor;
  readonly key: string;
  /** Weight before concentration, what the amount counts towards it, and its threshold in USD. */
  readonly weighted: number;
  readonly exposure: number;
  readonly threshold: number;
}

const N99 = 2.3263478740408408;
const N995 = 2.5758293035489004;

const TYPES: Readonly<Record<string, readonly [delta: RegExp, vega: RegExp]>> = {
  InterestRate: [/^Risk_(IRCurve|Inflation|XCcyBasis)$/, /^Risk_(IRVol|InflationVol)$/],
  CreditQualifying: [/^Risk_CreditQ$/, /^Risk_CreditVol$/],
  CreditNonQualifying: [/^Risk_CreditNonQ$/, /^Risk_CreditVolNonQ$/],
  Equity: [/^Risk_Equity$/, /^Risk_EquityVol$/],
  Commodity: [/^Risk_Commodity$/, /^Risk_CommodityVol$/],
  FX: [/^Risk_FX$/, /^Risk_FXVol$/],
};

function riskClassMargin(riskClass: string, rows: readonly Row[], terms: SimmTerms): number {
  const [deltaTypes, vegaTypes] = TYPES[riskClass]!;
  const { horizon, values, calculationCurrency } = terms;
  const deltas = rows.filter(
    ({ riskType, qualifier }) =>
      deltaTypes.test(riskType) && !(riskClass === 'FX' && qualifier === calculationCurrency),
  );
  const vegas = rows.filter(({ riskType }) => vegaTypes.test(riskType));
  const delta = aggregated(riskClass, netted(deltas.map((row) => deltaRisk(riskClass, row, terms))), terms, 1);
  const vega = aggregated(riskClass, netted(vegas.map((row) => vegaRisk(riskClass, row, terms))), terms, 1);
  const curved = vegas.filter(({ bucket }) => !(riskClass === 'Equity' && bucket === '12'));
  const curvatures = netted(curved.map((row) => curvatureRisk(riskClass, row, terms)));
  const factor = riskClass === 'InterestRate' ? values.interestRate.historicalVolatilityRatio[horizon] ** -2 : 1;
  let curvature = 0;
  for (const isResidual of [false, true]) {
    const part = curvatures.filter(({ bucket }) => (bucket === 'Residual') === isResidual);
    const sum = part.reduce((all, { weighted }) => all + weighted, 0);
    const gross = part.reduce((all, { weighted }) => all + Math.abs(weighted), 0);
    const theta = gross === 0 ? 0 : Math.min(0, sum / gross);
    const lambda = (N995 ** 2 - 1) * (1 + theta) - theta;
    curvature += factor * Math.max(0, sum + lambda * aggregated(riskClass, part, terms, 2));
  }
  const indexes = new Map<string, number>();
  if (riskClass === 'CreditQualifying') {
    for (const { riskType, qualifier, usd } of rows) {
      if (riskType === 'Risk_BaseCorr') indexes.set(qualifier, (indexes.get(qualifier) ?? 0) + usd);
    }
  }
  let squares = 0;
  for (const [a, x] of indexes) {
    for (const [b, y] of indexes) squares += (a === b ? 1 : values.creditQualifying.baseCorrelation) * x * y;
  }
  const base = values.creditQualifying.baseCorrelationWeight[horizon] * Math.sqrt(Math.max(0, squares));
  return delta + vega + curvature + base;
}

/** sqrt of the sum over buckets, and the residual bucket; correlations to a power (2 for curvature). */
function aggregated(riskClass: string, risks: readonly Risk[], terms: SimmTerms, power: number): number {
  const isCapped = power === 1 && terms.horizon === 'tenDay';
  const concentration = risks.map(({ bucket, name, threshold }) => {
    const net = risks.reduce((all, one) => (one.bucket === bucket && one.name === name ? all + one.exposure : all), 0);
    return isCapped ? Math.max(1, Math.sqrt(Math.abs(net) / threshold)) : 1;
  });
  const weighted = risks.map((risk, k) =>
    risk.row.riskType === 'Risk_XCcyBasis' ? risk.weighted : risk.weighted * concentration[k]!,
  );
  const buckets = [...new Set(risks.map(({ bucket }) => bucket))].map((bucket) => {
    const own = risks.flatMap((risk, k) => (risk.bucket === bucket ? [k] : []));
    let squares = 0;
    for (const k of own) {
      for (const l of own) {
        const rho = k === l ? 1 : within(riskClass, risks[k]!, risks[l]!, terms) ** power;
        squares += rho * damping(concentration[k]!, concentration[l]!) * weighted[k]! * weighted[l]!;
      }
    }
    const margin = Math.sqrt(Math.max(0, squares));
    const sum = own.reduce((all, k) => all + weighted[k]!, 0);
    return { bucket, margin, common: Math.max(Math.min(sum, margin), -margin), concentration: concentration[own[0]!]! };
  });
  let squares = 0;
  let residual = 0;
  for (const b of buckets) {
    if (b.bucket === 'Residual') residual = b.margin;
    else {
      squares += b.margin ** 2;
      for (const c of buckets) {
        if (c === b || c.bucket === 'Residual') continue;
        const g = riskClass === 'InterestRate' ? damping(b.concentration, c.concentration) : 1;
        squares += across(riskClass, b.bucket, c.bucket, terms) ** power * g * b.common * c.common;
      }
    }
  }
  return Math.sqrt(Math.max(0, squares)) + residual;
}

const damping = (a: number, b: number): number => Math.min(a, b) / Math.max(a, b);

function netted(risks: readonly Risk[]): readonly Risk[] {
  const byKey = new Map<string, Risk>();
  for (const risk of risks) {
    const key = `${risk.bucket}|${risk.key}`;
    const known = byKey.get(key);
    const sum = (of: 'weighted' | 'exposure') => (known?.[of] ?? 0) + risk[of];
    byKey.set(key, { ...risk, weighted: sum('weighted'), exposure: sum('exposure') });
  }
  return [...byKey.values()];
}

function within(
  riskClass: string,
  { bucket, row: a }: Risk,
  { row: b }: Risk,
  { values, calculationCurrency }: SimmTerms,
): number {
  if (riskClass === 'InterestRate') {
    const rates = values.interestRate;
    if ([a, b].some(({ riskType }) => riskType === 'Risk_XCcyBasis')) return rates.crossCurrencyCorrelation;
    if ([a, b].some(({ riskType }) => riskType.includes('Inflation'))) return rates.inflationCorrelation;
    const tenors = rates.tenorCorrelations[values.tenors.indexOf(a.label1)]![values.tenors.indexOf(b.label1)]!;
    return a.label2 === b.label2 ? tenors : tenors * rates.subCurveCorrelation;
  }
  if (riskClass.startsWith('Credit')) {
    const isQualifying = riskClass === 'CreditQualifying';
    const rho = (isQualifying ? values.creditQualifying : values.creditNonQualifying).correlations;
    const group = (row: CrifFactor) => (isQualifying ? row.qualifier : row.label2 || row.qualifier);
    if (bucket === 'Residual') return group(a) === group(b) ? rho.residualSame : rho.residualDifferent;
    return group(a) === group(b) ? rho.same : rho.different;
  }
  if (riskClass === 'FX') {
    if (a.riskType === 'Risk_FXVol') return values.fx.vegaCorrelation;
    const isHigh = (currency: string) => Number(values.fx.highVolatilityCurrencies.includes(currency));
    const table = isHigh(calculationCurrency) === 1 ? values.fx.correlations.high : values.fx.correlations.regular;
    return table[isHigh(a.qualifier)]![isHigh(b.qualifier)]!;
  }
  const own = riskClass === 'Equity' ? values.equity : values.commodity;
  return own.correlations[own.buckets.indexOf(bucket)]!;
}

function across(riskClass: string, b: string, c: string, { values }: SimmTerms): number {
  if (riskClass === 'InterestRate') return values.interestRate.currencyCorrelation;
  const own = ownOf(riskClass, values);
  return own.bucketCorrelations[own.buckets.indexOf(b)]![own.buckets.indexOf(c)]!;
}

function ownOf(riskClass: string, values: SimmTerms['values']) {
  if (riskClass === 'CreditQualifying') return values.creditQualifying;
  if (riskClass === 'CreditNonQualifying') return values.creditNonQualifying;
  return riskClass === 'Equity' ? values.equity : values.commodity;
}

function group(groups: readonly CurrencyThreshold[], currency: string): number {
  const named = groups.findIndex(({ currencies }) => currencies.includes(currency));
  return named >= 0 ? named : groups.findIndex(({ currencies }) => currencies.length === 0);
}

function deltaRisk(riskClass: string, row: Row, { values, horizon, calculationCurrency }: SimmTerms): Risk {
  const { qualifier, riskType, label1, label2, bucket, usd } = row;
  const shared = { row, name: qualifier, exposure: riskType === 'Risk_XCcyBasis' ? 0 : usd };
  if (riskClass === 'InterestRate') {
    const rates = values.interestRate;
    const threshold = rates.deltaThresholds[group(rates.deltaThresholds, qualifier)]!.usdMillions * 1e6;
    const isLow = rates.lowCurrencies.includes(qualifier);
    const kind = isLow ? 'low' : rates.regularCurrencies.includes(qualifier) ? 'regular' : 'high';
    const curve = rates.riskWeights[horizon][kind][values.tenors.indexOf(label1)]!;
    const other = riskType === 'Risk_Inflation' ? rates.inflationWeight : rates.crossCurrencyWeight;
    const weight = riskType === 'Risk_IRCurve' ? curve : other[horizon];
    return { ...shared, bucket: qualifier, key: `${riskType} ${label1} ${label2}`, weighted: weight * usd, threshold };
  }
  if (riskClass === 'FX') {
    const { fx } = values;
    const isHigh = (currency: string) => Number(fx.highVolatilityCurrencies.includes(currency));
    const weight = fx.riskWeights[horizon][isHigh(calculationCurrency)]![isHigh(qualifier)]!;
    const threshold = fx.deltaThresholds[group(fx.deltaThresholds, qualifier)]!.usdMillions * 1e6;
    return { ...shared, bucket: 'FX', key: qualifier, weighted: weight * usd, threshold };
  }
  const own = ownOf(riskClass, values);
  const place = own.buckets.indexOf(bucket);
  const key = `${qualifier} ${label1} ${label2}`;
  const weight = own.riskWeights[horizon][place]!;
  return { ...shared, bucket, key, weighted: weight * usd, threshold: own.deltaThresholds[place]! * 1e6 };
}

/** sigma x vega with what it is weighed by; sigma of rates and credit is in the CRIF. */
function vegaTerms(riskClass: string, row: Row, { values, horizon }: SimmTerms) {
  const { qualifier, bucket } = row;
  const days = horizon === 'tenDay' ? 14 : 1.4;
  const sigma = (weight: number) => (weight * Math.sqrt(365 / days)) / N99;
  if (riskClass === 'InterestRate') {
    const { vegaThresholds, vegaWeight } = values.interestRate;
    const threshold = vegaThresholds[group(vegaThresholds, qualifier)]!.usdMillions;
    return { bucket: qualifier, name: qualifier, sigma: 1, ratio: 1, weight: vegaWeight[horizon], threshold };
  }
  if (riskClass === 'FX') {
    const { fx } = values;
    const [a = '', b = ''] = [qualifier.slice(0, 3), qualifier.slice(3)].sort();
    const [x, y] = [a, b].map((currency) => Number(fx.highVolatilityCurrencies.includes(currency))) as [number, number];
    const threshold = fx.vegaThresholds[group(fx.deltaThresholds, a)]![group(fx.deltaThresholds, b)]!;
    const own = { sigma: sigma(fx.riskWeights[horizon][x]![y]!), ratio: fx.historicalVolatilityRatio[horizon] };
    return { bucket: 'FX', name: a + b, ...own, weight: fx.vegaWeight[horizon], threshold };
  }
  if (riskClass.startsWith('Credit')) {
    const own = riskClass === 'CreditQualifying' ? values.creditQualifying : values.creditNonQualifying;
    return {
      bucket,
      name: qualifier,
      sigma: 1,
      ratio: 1,
      weight: own.vegaWeight[horizon],
      threshold: own.vegaThreshold,
    };
  }
  const own = riskClass === 'Equity' ? values.equity : values.commodity;
  const place = own.buckets.indexOf(bucket);
  const ratio = own.historicalVolatilityRatio[horizon];
  const weight = own.vegaWeights[horizon][place]!;
  return {
    bucket,
    name: qualifier,
    sigma: sigma(own.riskWeights[horizon][place]!),
    ratio,
    weight,
    threshold: own.vegaThresholds[place]!,
  };
}

function keyOf(riskClass: string, row: Row, name: string): string {
  if (riskClass === 'InterestRate') return row.riskType === 'Risk_IRVol' ? row.label1 : 'inflation';
  return riskClass.startsWith('Credit') ? `${row.qualifier} ${row.label1} ${row.label2}` : name;
}

function vegaRisk(riskClass: string, row: Row, terms: SimmTerms): Risk {
  const { bucket, name, sigma, ratio, weight, threshold } = vegaTerms(riskClass, row, terms);
  const exposure = ratio * sigma * row.usd;
  return {
    row,
    bucket,
    name,
    key: keyOf(riskClass, row, name),
    weighted: weight * exposure,
    exposure,
    threshold: threshold * 1e6,
  };
}

function curvatureRisk(riskClass: string, row: Row, terms: SimmTerms): Risk {
  const { bucket, name, sigma } = vegaTerms(riskClass, row, terms);
  const unit = { w: 7, m: 365 / 12, y: 365 }[row.label1.slice(-1)]!;
  const days = Number(row.label1.slice(0, -1)) * unit;
  const scale = 0.5 * Math.min(1, (terms.horizon === 'tenDay' ? 14 : 1.4) / days);
  return {
    row,
    bucket,
    name,
    key: keyOf(riskClass, row, name),
    weighted: scale * sigma * row.usd,
    exposure: 0,
    threshold: 1,
  };
}
