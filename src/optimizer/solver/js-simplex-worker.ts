import type { CanonicalProgram } from './canonical-program.js';

/** What the engine claims; nothing of it is believed as it stands. */
export interface SimplexClaim {
  readonly feasible: boolean;
  readonly bounded: boolean;
  /** One value per canonical variable. */
  readonly values: Float64Array;
  /** One multiplier per canonical row: of the optimum, or of the contradiction when it claims infeasibility. */
  readonly multipliers: Float64Array;
}

/** The parts of javascript-lp-solver 1.0.3 that are used; its own declarations leave the tableau out. */
interface EngineModel {
  checkForCycles: boolean;
  usePresolve: boolean;
  readonly variables: readonly { readonly index: number }[];
  readonly constraints: readonly { readonly index: number }[];
  readonly tableau: {
    readonly matrix: Float64Array;
    readonly width: number;
    readonly height: number;
    readonly rowByVarIndex: readonly number[];
    readonly colByVarIndex: readonly number[];
  };
  greaterThan(floor: number): { addTerm(coefficient: number, variable: object): void };
  addVariable(cost: number, id: string): object;
  solve(): { readonly feasible: boolean; readonly bounded: boolean };
}

/**
 * The worker's whole program, handed to it as source text (Node 20 cannot run TypeScript in a worker, and in the bundle
 * there is no file of its own). It must therefore stand alone: nothing but its argument and globals, no imports but types.
 *
 * Values and multipliers are read from the final tableau: the engine's own result is rounded to its precision and keeps
 * values of an earlier solve. Its cycle detection is off because it reports a cycle as infeasible; its presolve is off
 * because it drops the cost of a fixed variable.
 */
export function jsSimplexWorker(require: NodeJS.Require): void {
  const { parentPort, workerData } = require('node:worker_threads') as typeof import('node:worker_threads');
  const engine = require(workerData as string) as { Model: new (precision: number) => EngineModel };

  const mostNegativeRow = ({ matrix, width, height }: EngineModel['tableau']): number => {
    let lowest = 1;
    for (let r = 2; r < height; r++) {
      if ((matrix[r * width] as number) < (matrix[lowest * width] as number)) lowest = r;
    }
    return lowest;
  };

  const solve = (program: CanonicalProgram): SimplexClaim => {
    const model = new engine.Model(1e-9);
    model.checkForCycles = false;
    model.usePresolve = false;
    const variables = Array.from(program.cost, (cost, j) => model.addVariable(cost, `u${j}`));
    for (let i = 0; i < program.floor.length; i++) {
      const constraint = model.greaterThan(program.floor[i] as number);
      for (let k = program.starts[i] as number; k < (program.starts[i + 1] as number); k++) {
        constraint.addTerm(program.values[k] as number, variables[program.indices[k] as number] as object);
      }
    }
    const { feasible, bounded } = model.solve();
    const { matrix, width, rowByVarIndex, colByVarIndex } = model.tableau;
    const values = Float64Array.from(model.variables, ({ index }) => {
      const row = rowByVarIndex[index] ?? -1;
      return row < 0 ? 0 : (matrix[row * width] as number);
    });
    // The cost row holds the optimum's multipliers, negated. A row that no variable can lift to its floor is a
    // combination of the rows given, with the coefficients of their slacks as weights: the proof of infeasibility.
    const source = feasible ? 0 : mostNegativeRow(model.tableau);
    const multipliers = Float64Array.from(model.constraints, ({ index }) => {
      const column = colByVarIndex[index] ?? -1;
      if (column < 0) return source > 0 && rowByVarIndex[index] === source ? 1 : 0;
      const weight = matrix[source * width + column] as number;
      return feasible ? -weight : weight;
    });
    return { feasible, bounded, values, multipliers };
  };

  parentPort?.on('message', (program: CanonicalProgram) => parentPort.postMessage(solve(program)));
}
