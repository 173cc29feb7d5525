import { describe, expect, it } from 'vitest';
import type { OptimizeRequest } from '../../../src/app/request.js';
import { complained, type RunComplaint } from './run-complaints.js';

const ETH = 'fixtures/btc-eth-pair';
/** By numpy: eigvalsh, and Higham's alternating projections (2002) run to convergence. */
const BROKEN = 'smallest eigenvalue -0.1237, distance 0.1622';
const three = { positions: `${ETH}/positions-three.csv`, correlations: `${ETH}/correlations-broken.csv` };

const EXPECTED: readonly (readonly [string, Partial<OptimizeRequest>, readonly RunComplaint[]])[] = [
  [
    'without correlations nothing offsets, and that is said',
    {},
    [
      [
        'RUN_NO_CORRELATIONS',
        null,
        null,
        null,
        'no correlations were given for BTC, ETH: none may offset another',
        'give --correlations FILE or --prices FILE',
      ],
    ],
  ],
  ['a file that covers everything needs no word', { correlations: `${ETH}/correlations.csv` }, []],
  [
    'prices are estimated from',
    { prices: `${ETH}/prices.csv` },
    [
      [
        'RUN_CORRELATIONS_ESTIMATED',
        null,
        null,
        null,
        'correlations were estimated from the price history (BNB, BTC, ETH)',
        null,
      ],
    ],
  ],
  [
    'contradicting correlations are repaired',
    three,
    [
      [
        'RUN_CORRELATION_REPAIRED',
        null,
        null,
        null,
        `the correlations contradict one another (${BROKEN}); the nearest correlation matrix is used`,
        '--no-repair refuses such a matrix instead',
      ],
    ],
  ],
  [
    'or refused',
    { ...three, noRepair: true },
    [
      [
        'RUN_CORRELATION_REFUSED',
        null,
        null,
        null,
        `the correlations contradict one another (${BROKEN})`,
        'leave out --no-repair to use the nearest correlation matrix',
      ],
    ],
  ],
];

describe('complaints about correlations', () => {
  it.each(EXPECTED)('%s', async (_, changes, complaints) => {
    const found = await complained('none', 'margin', changes, ETH);
    expect(found.complaints).toEqual(complaints);
    expect(found.refused).toBe(changes.noRepair === true);
  });
});
