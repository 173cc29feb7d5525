/** The columns of a file of stress scenarios. */
export const SCENARIO_COLUMNS = [
  'scenario',
  'what',
  'of',
  'move',
  'unit',
  'expiry',
  'min_days',
  'max_days',
  'min_moneyness',
  'max_moneyness',
  'combine',
  'alone',
] as const;

/** Where each column stands in `SCENARIO_COLUMNS`. */
export const SCENARIO_SLOT = {
  scenario: 0,
  what: 1,
  of: 2,
  move: 3,
  unit: 4,
  expiry: 5,
  minDays: 6,
  maxDays: 7,
  minMoneyness: 8,
  maxMoneyness: 9,
  combine: 10,
  alone: 11,
} as const;
