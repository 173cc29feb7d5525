import type { DenseProgram } from './dense-program.js';

const { POSITIVE_INFINITY: INF, NEGATIVE_INFINITY: NONE } = Number;

/** A program whose answer is published, or plain to see; `objective` null when there is none. */
export interface KnownProgram {
  readonly name: string;
  readonly program: DenseProgram;
  readonly status: 'optimal' | 'infeasible' | 'unbounded';
  readonly objective: number | null;
  /** Where the optimum is unique. */
  readonly x?: readonly number[];
  /** Where the dual optimum is unique. */
  readonly rowDuals?: readonly number[];
}

export const KNOWN_PROGRAMS: readonly KnownProgram[] = [
  {
    name: 'Wyndor Glass (Hillier and Lieberman, Introduction to Operations Research, section 3.1)',
    program: {
      cost: [-3, -5],
      rows: [
        [[1, 0], NONE, 4],
        [[0, 2], NONE, 12],
        [[3, 2], NONE, 18],
      ],
    },
    status: 'optimal',
    objective: -36,
    x: [2, 6],
    rowDuals: [0, -1.5, -1],
  },
  {
    name: 'Chvatal cycling example (Linear Programming, 1983, chapter 3)',
    program: {
      cost: [-10, 57, 9, 24],
      rows: [
        [[0.5, -5.5, -2.5, 9], NONE, 0],
        [[0.5, -1.5, -0.5, 1], NONE, 0],
        [[1, 0, 0, 0], NONE, 1],
      ],
    },
    status: 'optimal',
    objective: -1,
    x: [1, 0, 1, 0],
  },
  {
    name: 'Beale cycling example (Naval Research Logistics Quarterly 2, 1955)',
    program: {
      cost: [-0.75, 20, -0.5, 6],
      rows: [
        [[0.25, -8, -1, 9], NONE, 0],
        [[0.5, -12, -0.5, 3], NONE, 0],
        [[0, 0, 1, 0], NONE, 1],
      ],
    },
    status: 'optimal',
    objective: -1.25,
    x: [1, 0, 1, 0],
  },
  {
    name: 'Klee and Minty cube in three dimensions (1972)',
    program: {
      cost: [-100, -10, -1],
      rows: [
        [[1, 0, 0], NONE, 1],
        [[20, 1, 0], NONE, 100],
        [[200, 20, 1], NONE, 10_000],
      ],
    },
    status: 'optimal',
    objective: -10_000,
    x: [0, 0, 10_000],
  },
  {
    name: 'Dantzig transportation (GAMS model library, trnsport: 153.675)',
    program: {
      cost: [0.225, 0.153, 0.162, 0.225, 0.162, 0.126],
      rows: [
        [[1, 1, 1, 0, 0, 0], NONE, 350],
        [[0, 0, 0, 1, 1, 1], NONE, 600],
        [[1, 0, 0, 1, 0, 0], 325, INF],
        [[0, 1, 0, 0, 1, 0], 300, INF],
        [[0, 0, 1, 0, 0, 1], 275, INF],
      ],
    },
    status: 'optimal',
    objective: 153.675,
  },
  {
    name: 'an equality row and an offset',
    program: { cost: [1, 2], offset: 10, rows: [[[1, 1], 5, 5]] },
    status: 'optimal',
    objective: 15,
    x: [5, 0],
    rowDuals: [1],
  },
  {
    name: 'distance of a free column from 3, through a free epigraph column',
    program: {
      cost: [0, 1],
      lower: [NONE, NONE],
      rows: [
        [[-1, 1], -3, INF],
        [[1, 1], 3, INF],
      ],
    },
    status: 'optimal',
    objective: 0,
    x: [3, 0],
  },
  {
    name: 'a free column pushed below zero',
    program: { cost: [1, 0], lower: [NONE, 0], upper: [INF, 4], rows: [[[1, 2], -6, INF]] },
    status: 'optimal',
    objective: -14,
    x: [-14, 4],
    rowDuals: [1],
  },
  {
    name: 'a column with an upper bound only',
    program: { cost: [-1], lower: [NONE], upper: [-2], rows: [[[1], -9, INF]] },
    status: 'optimal',
    objective: 2,
    x: [-2],
  },
  {
    name: 'negative lower bounds',
    program: { cost: [1, 1], lower: [-3, -2], upper: [3, 2], rows: [[[1, -1], 0, 0]] },
    status: 'optimal',
    objective: -4,
    x: [-2, -2],
  },
  {
    name: 'a two-sided row and a fixed column',
    program: { cost: [1, -1], lower: [2, 0], upper: [2, INF], rows: [[[1, 1], 3, 7]] },
    status: 'optimal',
    objective: -3,
    x: [2, 5],
    rowDuals: [-1],
  },
  {
    name: 'identical columns share the work',
    program: { cost: [1, 1, 1], upper: [2, 2, 2], rows: [[[1, 1, 1], 5, INF]] },
    status: 'optimal',
    objective: 5,
  },
  {
    name: 'no cost, repeated rows and columns: everything is a tie',
    program: {
      cost: [0, 0, 0, 0],
      upper: [1, 1, 1, 1],
      rows: [
        [[1, -1, 1, -1], 0, 0],
        [[1, -1, 1, -1], 0, 0],
        [[1, 1, 1, 1], 1, 2],
      ],
    },
    status: 'optimal',
    objective: 0,
  },
  {
    name: 'an objective of 3e-9 (HiGHS rounds it to zero unscaled)',
    program: { cost: [-3e-9], rows: [[[1], NONE, 7]] },
    status: 'optimal',
    objective: -2.1e-8,
    x: [7],
  },
  {
    name: 'a row of 1e-7 beside a row of 1e6',
    program: {
      cost: [-1, -1],
      rows: [
        [[2e-7, 1e-7], NONE, 4e-7],
        [[1e6, 3e6], NONE, 6e6],
      ],
    },
    status: 'optimal',
    objective: -2.8,
    x: [1.2, 1.6],
  },
  { name: 'no rows', program: { cost: [2, -1], upper: [9, 4], rows: [] }, status: 'optimal', objective: -4, x: [0, 4] },
  { name: 'no columns', program: { cost: [], offset: 3, rows: [[[], -1, 1]] }, status: 'optimal', objective: 3, x: [] },
  {
    name: 'a row without coefficients that zero satisfies',
    program: { cost: [1], lower: [1], rows: [[[0], -1, 1]] },
    status: 'optimal',
    objective: 1,
    x: [1],
  },
  {
    name: 'a column in no row',
    program: { cost: [0, 1], upper: [5, INF], rows: [[[0, 1], 2, INF]] },
    status: 'optimal',
    objective: 2,
  },
  {
    name: 'a row without limits',
    program: { cost: [1], rows: [[[1], NONE, INF]] },
    status: 'optimal',
    objective: 0,
    x: [0],
  },
  {
    name: 'rows that contradict one another',
    program: {
      cost: [-1],
      rows: [
        [[1], 2, INF],
        [[1], NONE, 1],
      ],
    },
    status: 'infeasible',
    objective: null,
  },
  {
    name: 'a row out of reach of the bounds',
    program: { cost: [1, 1], upper: [1, 1], rows: [[[1, 1], 3, INF]] },
    status: 'infeasible',
    objective: null,
  },
  {
    name: 'equalities that contradict one another on free columns',
    program: {
      cost: [0, 0],
      lower: [NONE, NONE],
      rows: [
        [[1, 1], 1, 1],
        [[2, 2], 3, 3],
      ],
    },
    status: 'infeasible',
    objective: null,
  },
  {
    name: 'infeasible, though its objective would fall for ever',
    program: {
      cost: [-1, 0],
      rows: [
        [[1, -1], 1, INF],
        [[1, -1], NONE, 0],
      ],
    },
    status: 'infeasible',
    objective: null,
  },
  {
    name: 'a row without coefficients that zero breaks',
    program: { cost: [1], rows: [[[0], 1, INF]] },
    status: 'infeasible',
    objective: null,
  },
  {
    name: 'a column with its bounds crossed',
    program: { cost: [1], lower: [2], upper: [1], rows: [] },
    status: 'infeasible',
    objective: null,
  },
  {
    name: 'a falling ray between rows',
    program: { cost: [-1, 0], rows: [[[1, -1], NONE, 1]] },
    status: 'unbounded',
    objective: null,
  },
  {
    name: 'a free column without a floor',
    program: { cost: [1, 1], lower: [NONE, 0], rows: [[[1, 1], NONE, 5]] },
    status: 'unbounded',
    objective: null,
  },
  {
    name: 'unbounded after a phase one',
    program: { cost: [-1, -1], rows: [[[1, -1], 2, 4]] },
    status: 'unbounded',
    objective: null,
  },
  { name: 'no rows and nothing to stop it', program: { cost: [-1], rows: [] }, status: 'unbounded', objective: null },
];
