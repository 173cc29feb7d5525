/** The rule books by id, for completion, which must not load them; a test compares the list with the models. */
export const MODEL_IDS = [
  'scan',
  'derive-pm2',
  'derive-pm1',
  'derive-srm',
  'deribit-pme',
  'okx-pm',
  'paradex-pm',
  'pm1',
  'scan-correlated',
  'parametric-var',
  'hist-es',
  'hist-var',
  'tims',
  'span',
  'simm',
] as const;
