import type { AttributeDocument, AttributeResult, AttributionLine } from '../../../src/schema/index.js';
import { manifest } from './manifest-and-greeks.js';

const line: AttributionLine = {
  name: 'BTC-31JUL26-67000-C',
  underlying: 'BTC',
  expiry: '2026-07-31T08:00:00.000Z',
  tag: 'covered calls',
  positions: 1,
  quantity: -70,
  standalone: 255801.1234567,
  marginal: 110766.25,
  incremental: { up: -3300.125, down: -3612.5 },
  component: 242682.5,
  componentLow: 231008.75,
  componentHigh: 252875,
  share: 0.371845,
};

export const attributeResult: AttributeResult = {
  model: 'scan',
  currency: 'USD',
  by: 'position',
  initialMargin: 652651.5,
  standaloneMargin: 1728752.75,
  offsetBenefit: 1076101.25,
  lines: [
    line,
    {
      ...line,
      name: 'BTC-25DEC26-62000-C',
      expiry: '2026-12-25T08:00:00.000Z',
      tag: null,
      quantity: 20,
      standalone: 84179,
      marginal: -127703.4,
      incremental: { up: -5796.77, down: -5796.77 },
      component: -115935.4,
      componentLow: -115935.4,
      componentHigh: -115935.4,
      share: -0.177638,
    },
  ],
  others: {
    ...line,
    name: '14 other positions',
    underlying: null,
    expiry: null,
    tag: null,
    positions: 14,
    quantity: null,
    standalone: 412345.6,
    marginal: 390000.5,
    incremental: null,
    component: 500904.4,
    componentLow: 500904.4,
    componentHigh: 500904.4,
    share: 0.767491,
  },
  remainder: 25000,
  tied: true,
  limits: [],
};

export const attributeDocument: AttributeDocument = {
  schema: 'margo/attribute@1',
  status: 'ok',
  manifest,
  result: attributeResult,
  issues: [],
};

/** By tag, nothing tied, nothing left over, a limit broken. */
export const attributeByTagDocument: AttributeDocument = {
  ...attributeDocument,
  status: 'no',
  result: {
    ...attributeResult,
    by: 'tag',
    lines: [
      { ...attributeResult.others!, name: 'covered calls', tag: 'covered calls' },
      { ...attributeResult.others!, name: 'no tag', component: 151747.1, share: 0.232509, standalone: 200000 },
    ],
    others: null,
    remainder: 1e-10,
    tied: false,
    limits: [
      {
        limit: 'margin',
        scope: 'total',
        unit: 'USD',
        value: 652651.5,
        min: null,
        max: 500000,
        before: 652651.5,
        priority: 'hard',
        binding: false,
        shadowPrice: 0,
        relaxedBy: 0,
      },
    ],
  },
};
