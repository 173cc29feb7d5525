import type { Basis } from 'highs';
import { fractionalColumns, WHOLE, worthTrying } from './branching-columns.js';
import { type Deadline, deadlineIn } from './deadline.js';
import type { LinearProgram } from './linear-program.js';
import { objectiveAt } from './objective-at.js';
import { OpenNodes, type TreeNode } from './open-nodes.js';
import { branchScore, PseudoCosts } from './pseudo-costs.js';
import { screenedUppers } from './screen-columns.js';
import { believeOptimal, checkPoint, stoppedOutcome } from './solve-and-check.js';
import type { SolveOptions, SolveOutcome } from './solver.js';
import { swapSwitches } from './swap-switches.js';
import type { TreeEnd, TreeGuide } from './tree-guide.js';
import { type Branch, type Relaxed, TreeRelaxation } from './tree-relaxation.js';
import { dualProof } from './weak-duality-bound.js';

/** How many columns are tried out before one is branched on. */
const TRIALS = 8;
/** The loop comes up for air this often, to hear an interruption. */
const BREATH_SECONDS = 0.05;
/** The engine blocks the thread for at most so long at a time. */
const SLICE_SECONDS = 0.3;
/** With so few columns that are not whole, a point is always looked for near the answer. */
const FEW = 4;
/** Rounds of added rows at one node. */
const MOST_ROUNDS = 50;
/** The best point is looked for near every so many nodes' answers. */
const LOOK_EVERY = 10;
/** Small solves for good points at the root; then every so many nodes. */
const FIRST_SWAPS = 600;
const SWAP_EVERY = 100;
const LATER_SWAPS = 100;

/**
 * Branch and bound over the relaxation, best bound first, the simplex going on from the parent's basis. For programs in
 * which few of many columns may be used it needs fewer seconds than HiGHS's own search, which spends most of its time on
 * cuts at the root: see bench/README.md.
 *
 * `bound` is that of the tree: the least bound of an open node, or the objective below which nodes were cut off. Node
 * bounds are the engine's word, as in {@link IntegerSession}. Reduced costs at the root, recomputed by weak duality, hold
 * columns down that no point can use which is better than the best one by more than the gap.
 */
export async function searchTree(program: LinearProgram, guide: TreeGuide, options: SolveOptions): Promise<TreeEnd> {
  const deadline = deadlineIn(options.timeLimit);
  const relaxation = await TreeRelaxation.open(program, guide.switches, options.seed);
  try {
    return await new TreeSearch(relaxation, guide, options, deadline).run();
  } finally {
    relaxation.dispose();
  }
}

class TreeSearch {
  readonly #relaxation: TreeRelaxation;
  readonly #guide: TreeGuide;
  readonly #options: SolveOptions;
  readonly #deadline: Deadline;
  readonly #costs = new PseudoCosts();
  readonly #open = new OpenNodes();
  #best: { readonly x: Float64Array; readonly objective: number } | null = null;
  #root: ReturnType<typeof dualProof> | null = null;
  #nodes = 0;
  #breath = deadlineIn(BREATH_SECONDS);
  /** Least bound of nodes that were cut off or could not be solved. */
  #cutOff = Infinity;

  constructor(relaxation: TreeRelaxation, guide: TreeGuide, options: SolveOptions, deadline: Deadline) {
    this.#relaxation = relaxation;
    this.#guide = guide;
    this.#options = options;
    this.#deadline = deadline;
    if (options.start !== null) this.#offer(options.start);
  }

  async run(): Promise<TreeEnd> {
    for (;;) {
      const node = this.#next();
      if (node === null) return this.#ended(this.#finished());
      const stop = await this.#mustStop();
      if (stop !== null) {
        const bound = Math.min(node.bound, this.#cutOff);
        const outcome = stoppedOutcome(this.#relaxation.program, stop, [this.#best?.x ?? null], bound);
        return this.#ended(outcome);
      }
      if (!(await this.#visit(node))) this.#open.push(node);
    }
  }

  /** The open node with the least bound, taken out; null when none can hold a point that is better by more than the gap. */
  #next(): TreeNode | null {
    const node = this.#open.takeLeast();
    if (node === null || node.bound < this.#cutoff()) return node;
    this.#cutOff = Math.min(this.#cutOff, node.bound);
    return null;
  }

  /** Nodes at or above this hold nothing that is worth more time. */
  #cutoff(): number {
    if (this.#best === null) return Infinity;
    const { objective } = this.#best;
    return objective - Math.max(1e-9, this.#options.relativeGap) * Math.abs(objective);
  }

  async #mustStop(): Promise<'time' | 'interrupted' | 'effort' | null> {
    const { signal, nodeLimit = Infinity } = this.#options;
    if (this.#breath.secondsLeft() <= 0) {
      await new Promise((resolve) => setImmediate(resolve));
      this.#breath = deadlineIn(BREATH_SECONDS);
    }
    if (signal?.aborted === true) return 'interrupted';
    if (this.#deadline.secondsLeft() <= 0) return 'time';
    return this.#nodes >= nodeLimit ? 'effort' : null;
  }

  #finished(): SolveOutcome {
    const { program } = this.#relaxation;
    if (this.#best === null) return { status: 'infeasible' };
    const { x, objective } = this.#best;
    const bound = Math.min(objective, this.#cutOff);
    const believed = believeOptimal(program, {
      x,
      rowDuals: null,
      bound,
      relativeGap: this.#options.relativeGap + 1e-9,
    });
    return typeof believed === 'string' ? { status: 'numericalFailure', detail: believed } : believed;
  }

  #ended(outcome: SolveOutcome): TreeEnd {
    const { program, upper } = this.#relaxation;
    const screened = Uint8Array.from(upper, (most, j) =>
      most <= program.lower[j]! && program.upper[j]! > most ? 1 : 0,
    );
    return { outcome, screened, nodes: this.#nodes };
  }

  /** @returns false when time ran out before the node was understood. */
  async #visit(node: TreeNode): Promise<boolean> {
    this.#nodes += 1;
    this.#relaxation.stand(node.branches);
    if (node.basis !== null && node.branches.length > 0) this.#relaxation.setBasis(node.basis);
    const relaxed = await this.#solved();
    if (relaxed.status === 'stopped') return false;
    if (relaxed.status === 'infeasible') return true;
    if (relaxed.status !== 'optimal') {
      this.#leave(node.bound);
      return true;
    }
    const bound = Math.max(node.bound, relaxed.objective);
    const basis = this.#relaxation.basis();
    const x = this.#guide.leastSwitches(relaxed.x);
    for (const { column, lower } of node.branches) x[column] = Math.max(x[column]!, lower);
    const fractional = fractionalColumns(this.#relaxation.program, x);
    if (node.branches.length === 0) await this.#lookFromRoot(x);
    else if (fractional.length <= FEW || this.#nodes % LOOK_EVERY === 0) this.#lookNear(x);
    if (this.#nodes % SWAP_EVERY === 0) await this.#swap(x, LATER_SWAPS);
    if (fractional.length === 0) this.#offer(x);
    if (fractional.length === 0 || bound >= this.#cutoff()) this.#leave(bound);
    else this.#branch(node, { bound, basis, x, fractional });
    return true;
  }

  /** The first good points, and what they make useless. */
  async #lookFromRoot(x: Float64Array): Promise<void> {
    this.#root = dualProof(this.#relaxation.program, this.#relaxation.rowDuals());
    this.#lookNear(x);
    await this.#swap(x, FIRST_SWAPS);
    this.#screen();
  }

  /** Points with few switches on near an answer, and what comes of exchanging them. */
  async #swap(x: Float64Array, mostSolves: number): Promise<void> {
    await swapSwitches(this.#relaxation, {
      switches: this.#guide.switches,
      mostSolves,
      start: x,
      solved: () => this.#solved(),
      offer: (answer) => this.#lookNear(this.#guide.leastSwitches(answer)),
      mustStop: async () => (await this.#mustStop()) !== null,
    });
  }

  /** Does with a node, of which this bound is all that is known. */
  #leave(bound: number): void {
    this.#cutOff = Math.min(this.#cutOff, bound);
  }

  /** The relaxation at this node with every row that its answer needs. */
  async #solved(): Promise<Relaxed> {
    for (let round = 0; ; round++) {
      let relaxed = this.#relaxation.solve(this.#slice());
      while (relaxed.status === 'stopped' && (await this.#mustStop()) === null) {
        relaxed = this.#relaxation.solve(this.#slice());
      }
      if (relaxed.status !== 'optimal' || round >= MOST_ROUNDS) return relaxed;
      const rows = this.#guide.missing(relaxed.x);
      if (rows === null) return relaxed;
      this.#relaxation.addRows(rows);
    }
  }

  #slice(): number {
    return Math.min(SLICE_SECONDS, Math.max(0, this.#deadline.secondsLeft()));
  }

  #lookNear(x: Float64Array): void {
    for (const point of this.#guide.points(x)) this.#offer(point);
  }

  /** Keeps a point that keeps every row and is better than the best so far. */
  #offer(point: Float64Array): void {
    const { program } = this.#relaxation;
    if (this.#best !== null && objectiveAt(program, point) >= this.#best.objective) return;
    const rounded = point.map((value, j) => (program.integer?.[j] === 1 ? Math.round(value) : value));
    const { x, objective, worstViolation } = checkPoint(program, rounded);
    if (!(worstViolation <= WHOLE) || (this.#best !== null && objective >= this.#best.objective)) return;
    this.#best = { x, objective };
    this.#screen();
  }

  /** Holds columns down, by the reduced costs at the root, that nothing better can use. */
  #screen(): void {
    if (this.#root === null || this.#best === null) return;
    const { program, upper } = this.#relaxation;
    const cutoff = this.#cutoff();
    const uppers = screenedUppers(program, this.#root, cutoff);
    for (let j = 0; j < uppers.length; j++) {
      if (program.integer?.[j] !== 1 || uppers[j]! >= upper[j]!) continue;
      this.#relaxation.lowerUpper(j, uppers[j]!);
      if (uppers[j]! <= 0) for (const k of this.#guide.switches.get(j) ?? []) this.#relaxation.lowerUpper(k, 0);
      // What is lost with it is no better than this.
      this.#cutOff = Math.min(this.#cutOff, cutoff);
    }
  }

  #branch(node: TreeNode, at: { bound: number; basis: Basis; x: Float64Array; fractional: readonly number[] }): void {
    const { bound, basis, x } = at;
    let best: { readonly score: number; readonly children: readonly TreeNode[] } | null = null;
    for (const column of worthTrying(x, at.fractional, this.#costs, TRIALS)) {
      const value = x[column]!;
      const sides = branchesAt(this.#relaxation, node.branches, column, value);
      const gains: [number, number] = [...this.#costs.expected(column, value - Math.floor(value), 1)];
      const bounds: [number, number] = [bound, bound];
      if (!this.#costs.isReliable(column)) {
        for (const side of [0, 1] as const) {
          bounds[side] = this.#tried(node, sides[side], basis, bound);
          gains[side] = Math.min(bounds[side], this.#cutoff()) - bound;
          const moved = side === 0 ? value - Math.floor(value) : Math.ceil(value) - value;
          this.#costs.learn(column, side === 0 ? 'down' : 'up', bounds[side] - bound, moved);
        }
      }
      const score = branchScore(...gains, Math.abs(bound));
      const children = sides.map((branch, k) => ({
        bound: bounds[k]!,
        branches: [...node.branches.filter((known) => known.column !== column), branch],
        basis,
      }));
      if (best === null || score > best.score) best = { score, children };
      if (Math.min(...bounds) >= this.#cutoff() || this.#deadline.secondsLeft() <= 0) break;
    }
    for (const child of best!.children) {
      if (child.bound < this.#cutoff()) this.#open.push(child);
      else if (child.bound < Infinity) this.#cutOff = Math.min(this.#cutOff, child.bound);
    }
  }

  /** The bound of a branch; the node's own where it is not found in time. */
  #tried(node: TreeNode, branch: Branch, basis: Basis, bound: number): number {
    this.#relaxation.stand([...node.branches.filter(({ column }) => column !== branch.column), branch]);
    this.#relaxation.setBasis(basis);
    const relaxed = this.#relaxation.solve(this.#slice());
    if (relaxed.status === 'infeasible') return Infinity;
    return relaxed.status === 'optimal' ? Math.max(bound, relaxed.objective) : bound;
  }
}

/** Both sides of a column's value, within what the node already asks of it. */
function branchesAt(
  { program, upper }: TreeRelaxation,
  branches: readonly Branch[],
  column: number,
  value: number,
): readonly [Branch, Branch] {
  const now = branches.find((branch) => branch.column === column);
  return [
    { column, lower: now?.lower ?? program.lower[column]!, upper: Math.floor(value) },
    { column, lower: Math.ceil(value), upper: now?.upper ?? upper[column]! },
  ];
}
