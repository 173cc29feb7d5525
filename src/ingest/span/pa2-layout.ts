/** A field of a record: its first and last column, from 1, as CME prints them. */
export type Columns = readonly [number, number];

/**
 * Columns of the records of a `.pa2` file that margo reads (expanded, unpacked: U2).
 *
 * SOURCE: CME Group, "Risk Parameter File Layouts for the Positional Formats", expanded formats of record types 0, 2, 3, C, E,
 * 4, B, P, 6, 81 and 82.
 */
export const HEADER = { complex: [3, 8], date: [9, 16], format: [36, 37] } as const satisfies Record<string, Columns>;

export const COMMODITY = {
  exchange: [3, 5],
  code: [7, 12],
  exponent: [13, 13],
  currency: [14, 16],
  optionStyle: [18, 18],
} as const satisfies Record<string, Columns>;

/** Six products of a combined commodity: code, type and decimal locator, 16 columns apart. */
export const COMMODITY_PRODUCTS = { count: 6, apart: 16, code: [23, 32], type: [33, 35] } as const;

export const TIERS = { code: [3, 8], method: [9, 10], speculator: [77, 80] } as const satisfies Record<string, Columns>;
export const TIER = { count: 4, apart: 14, number: [11, 12], from: [13, 18], to: [19, 24] } as const;

export const TIER_SPREAD = { code: [3, 8], priority: [11, 12], rate: [15, 21] } as const satisfies Record<
  string,
  Columns
>;
export const TIER_SPREAD_LEG = {
  count: 8,
  apart: 7,
  number: [22, 23],
  tier: [24, 25],
  ratio: [26, 27],
  side: [28, 28],
} as const;

export const SERIES_SPREAD = { code: [3, 8], priority: [9, 13], rate: [14, 20] } as const satisfies Record<
  string,
  Columns
>;
export const SERIES_SPREAD_LEG = { count: 4, apart: 14, month: [21, 24], ratio: [28, 33], side: [34, 34] } as const;

export const DELIVERY = {
  code: [3, 8],
  method: [9, 10],
  minimumRate: [63, 69],
  minimumMethod: [79, 79],
} as const satisfies Record<string, Columns>;
export const DELIVERY_MONTH = { count: 2, apart: 22, month: [15, 20], spreads: [21, 27], outrights: [28, 34] } as const;

export const ARRAYS = {
  exchange: [3, 5],
  commodity: [6, 15],
  type: [16, 18],
  month: [19, 24],
  day: [25, 26],
  optionMonth: [28, 33],
  optionDay: [34, 35],
  deltaScaling: [86, 91],
  expiration: [92, 99],
  valueFactor: [129, 142],
} as const satisfies Record<string, Columns>;

export const PRICES = {
  exchange: [3, 5],
  commodity: [6, 15],
  type: [16, 18],
  priceDecimals: [34, 36],
  strikeDecimals: [37, 39],
  valueFactor: [42, 55],
  exponentSign: [73, 73],
  exponent: [74, 75],
  valuation: [117, 121],
} as const satisfies Record<string, Columns>;

export const INTER_SPREAD = {
  priority: [6, 9],
  rate: [10, 16],
  method: [89, 90],
  target: [95, 100],
  group: [110, 110],
} as const satisfies Record<string, Columns>;
export const INTER_SPREAD_LEG = { count: 4, apart: 18, code: [21, 26], ratio: [27, 33], side: [34, 34] } as const;

export const CONTRACT = {
  exchange: [3, 5],
  commodity: [6, 15],
  type: [26, 28],
  right: [29, 29],
  month: [30, 35],
  day: [36, 37],
  optionMonth: [39, 44],
  optionDay: [45, 46],
  strike: [48, 54],
  /** The whole of what tells contracts apart. */
  identity: [3, 54],
  /** The first of the array's values, five digits and a sign; nine in a record 81, seven in an 82. */
  firstValue: [55, 59],
  delta: [97, 101],
  price: [111, 117],
  strikeSign: [119, 119],
} as const satisfies Record<string, Columns>;

/** Columns from one value of a risk array to the next. */
export const VALUE_APART = 6;
/** Values in a record 81 and in an 82, and the column at which each must not have ended. */
export const VALUES = { '81': { count: 9, end: 108 }, '82': { count: 7, end: 101 } } as const;
