import type {
  Pm2ExpiryFeed,
  Pm2Line,
  Pm2Scenario,
  Pm2Snapshot,
  Pm2Values,
} from '../../../src/margin/derive-pm2/index.js';

/** A book with the venue's own figures for it. Figures of the reference set apply unless `changes` says otherwise. */
export interface PublishedBook {
  readonly name: string;
  readonly lines: readonly Pm2Line[];
  readonly quantities: readonly number[];
  readonly snapshot: Pm2Snapshot;
  readonly changes: Partial<Pm2Values>;
  /** Changes single scenarios of the reference set. */
  readonly rescale?: (scenario: Pm2Scenario) => Pm2Scenario;
  /** Net margins, and charges as positive numbers. */
  readonly expected: Readonly<Record<string, number>>;
}

const PEGGED = 1.00019088635;

const option = (secondsToExpiry: number, strike: number, right: 'C' | 'P'): Pm2Line => ({
  kind: 'option',
  name: `${secondsToExpiry}-${strike}-${right}`,
  secondsToExpiry,
  strike,
  right,
  volatility: null,
});

function feed(secondsToExpiry: number, rate: number, svi: readonly number[], confidence = 0.95): Pm2ExpiryFeed {
  const [a, b, rho, m, sigma, forward, tau] = svi as [number, number, number, number, number, number, number];
  return {
    name: `${secondsToExpiry} s`,
    secondsToExpiry,
    forward,
    forwardConfidence: 1,
    rate,
    rateConfidence: 1,
    curve: { a, b, rho, m, sigma, forward, tau },
    volatilityConfidence: confidence,
  };
}

const market = (spot: number, expiries: readonly Pm2ExpiryFeed[], changes: Partial<Pm2Snapshot> = {}): Pm2Snapshot => ({
  spot,
  spotConfidence: 1,
  perpetual: null,
  stablePrice: PEGGED,
  expiries,
  ...changes,
});

const ETH_WEEK = [
  0.007565004123347051, 0.05665753529061742, -0.5501269344323543, -0.06330675563612911, 0.04832319830307816,
  2682.9997436016715, 0.02520674784373,
];

/**
 * Figures of the venue's own tests: derivexyz/v2-core at 7736900d, test/risk-managers/unit-tests/PMRM_2, the case of the
 * number in each name (expected values computed by the venue's risk engine, outside the contract).
 */
export const PUBLISHED_BOOKS: readonly PublishedBook[] = [
  {
    name: '13: covered BTC calls, collateral that cancels risk',
    lines: [
      option(794_852, 100_000, 'C'),
      {
        kind: 'collateral',
        name: 'BTC',
        price: 95663.50604855,
        confidence: 1,
        maintenanceHaircut: 0.02,
        initialHaircut: 0.01,
        riskCancelling: true,
      },
    ],
    quantities: [-2, 1],
    snapshot: market(95663.50604855, [
      feed(
        794_852,
        0.15,
        [
          0.002138900837067276, 0.04163976582038121, -0.29089434907604955, -0.026351062568175803, 0.06256307931421391,
          95776.67392708939, 0.02520611364789,
        ],
      ),
    ]),
    changes: {},
    expected: {
      maintenance: 78744.92602874589,
      initial: 74395.66964312586,
      value: 93272.41153721785,
      worstLoss: 15050.749373322431,
      forwardContingency: 1894.419609860217,
      optionValue: -2372.8371389175313,
      collateralValue: 95645.24867613538,
      optionMaintenance: 573.9810362913,
      optionInitial: 382.6540241942,
      collateralMaintenance: 1912.9049735227075,
      collateralInitial: 956.4524867613538,
      'long discount of 794852 s': 0.9445087287221925,
      'short discount of 794852 s': 1.0037878445554764,
    },
  },
  {
    name: '25: a risk reversal hedged with the perpetual',
    lines: [option(1_399_652, 3100, 'C'), option(1_399_652, 2375, 'P'), { kind: 'perpetual', name: 'perpetual' }],
    quantities: [1, -1, -0.354],
    snapshot: market(
      2681,
      [
        feed(
          1_399_652,
          0.17,
          [
            0.00895535718037856, 0.06674222604467824, -0.39501251972767465, -0.06837246048929867, 0.15012448505089135,
            2687.1439750528034, 0.04438419583968,
          ],
        ),
      ],
      { perpetual: { price: 2681, confidence: 1 } },
    ),
    changes: {},
    expected: {
      maintenance: -118.85126564539434,
      initial: -151.7861049071551,
      value: -5.262278598351152,
      worstLoss: 114.13734630880396,
      forwardContingency: 25.70640813637827,
      perpetualMaintenance: 14.23611,
      perpetualInitial: 4.74537,
      optionMaintenance: 8.043,
      optionInitial: 5.362,
    },
  },
  {
    name: '31: a perpetual of low confidence',
    lines: [
      { kind: 'perpetual', name: 'perpetual' },
      { kind: 'cash', name: 'cash' },
    ],
    quantities: [-1, -900],
    snapshot: market(3000, [], { spotConfidence: 0.2, perpetual: { price: 4000, confidence: 0.1 } }),
    changes: {},
    expected: { maintenance: -1521, initial: -4380, worstLoss: 720, oracle: 2700, perpetualMaintenance: 45 },
  },
  {
    name: '34: a far call, worst in an undampened tail',
    lines: [option(794_852, 4000, 'C')],
    quantities: [-1],
    snapshot: market(2681.6029850999994, [feed(794_852, 0.15, ETH_WEEK)]),
    changes: {},
    rescale: (scenario) => {
      const dampening = new Map([
        [0.34, 4],
        [0.67, 2],
        [1.5, 1],
        [2, 0],
        [3, 5],
        [4, 0],
      ]);
      const key = Number(scenario.spotShock.toFixed(6));
      return { ...scenario, dampening: dampening.get(key) ?? scenario.dampening };
    },
    expected: {
      maintenance: -16205.887314324744,
      initial: -20260.64050580988,
      worstLoss: 20246.949927574693,
      forwardContingency: 0.29054962061098516,
      optionValue: -0.28256330968834237,
    },
  },
  {
    name: '43: two expiries, worst in a tilted curve',
    lines: [option(794_852, 6000, 'C'), option(794_852, 7500, 'P'), option(3_214_052, 4000, 'C')],
    quantities: [-2, -4, 15],
    snapshot: market(2681.6029850999994, [
      feed(794_852, 0.15, ETH_WEEK),
      feed(
        3_214_052,
        0.21,
        [
          0.02453769077011961, 0.10935200242558159, -0.41504333426721174, -0.11913279085737478, 0.17243550415134107,
          2695.7814942763334, 0.10191907661086,
        ],
      ),
    ]),
    changes: { linearCapBase: 9.5, volParamStatic: 4.5, volParamScale: 0.9 },
    rescale: (scenario) => (scenario.volatility === 'linear' ? { ...scenario, dampening: 2 } : scenario),
    expected: {
      optionValue: -18924.20036760353,
      forwardContingency: 337.4568756735001,
      optionMaintenance: 48.2688537318,
    },
  },
  {
    name: '55: a box at a negative rate, which counts as zero',
    lines: [
      option(18_938_852, 100_000, 'C'),
      option(18_938_852, 110_000, 'C'),
      option(18_938_852, 100_000, 'P'),
      option(18_938_852, 110_000, 'P'),
    ],
    quantities: [-1, 1, 1, -1],
    snapshot: market(95663.50604855, [
      feed(
        18_938_852,
        -1.2,
        [
          0.07368236692851655, 0.20502522808992263, -0.2607163516904815, -0.22016993130681908, 0.5565406272385754,
          100374.61000117072, 0.6005485794013201,
        ],
      ),
    ]),
    changes: {},
    expected: {
      maintenance: -10000,
      initial: -10000,
      'long discount of 18938852 s': 0.9054374707599936,
      'short discount of 18938852 s': 1,
    },
  },
  {
    name: '58: a low volatility that a move up lifts to the floor, with low confidence',
    lines: [option(794_852, 2500, 'C')],
    quantities: [-15],
    snapshot: market(
      2500,
      [
        feed(
          794_852,
          0.15,
          [0.0005139170210715658, 0.0005813918442388259, -0.135144021250414, 0.001, 0.05, 2501.396758501672, 0.0252046],
          0.4,
        ),
      ],
      { spotConfidence: 0.9 },
    ),
    changes: { minVolUpShock: 1 },
    expected: {
      maintenance: -5997.725418886978,
      initial: -29954.541758564064,
      worstLoss: 6909.081698385438,
      oracle: 22500,
    },
  },
  {
    name: '70: what is owed is discounted by no more than undoes the discount of its price',
    lines: [option(11_076_452, 2500, 'C')],
    quantities: [-1],
    snapshot: market(2681.6029850999994, [
      feed(
        11_076_452,
        0.27,
        [
          0.04607020040597723, 0.19583445245089623, -0.20814747460553912, -0.13536259372264303, 0.5401839832389391,
          2745.2490272903915, 0.35123414510401,
        ],
      ),
    ]),
    changes: { shortBaseDiscount: 3 },
    expected: {
      maintenance: -950.3179594259852,
      initial: -1069.038400215286,
      worstLoss: 566.7861740955038,
      'short discount of 11076452 s': 1.09947482830614,
    },
  },
];
