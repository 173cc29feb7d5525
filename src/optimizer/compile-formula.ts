import {
  evaluate,
  type Formula,
  floorsOf,
  formulaInterval,
  kthLargest,
  type Largest,
  type Max,
  type Min,
  type Norm,
  type Ranked,
  rivalsOf,
} from '../formula/index.js';
import { GrowingMaximum } from './growing-maximum.js';
import type { MoreChildren } from './hedge-problem.js';
import { LazyLargest, type TailChild } from './lazy-largest.js';
import { LazyMaximum, LazyNorm, type LazyRows } from './lazy-rows.js';
import { affineForm, columnForm, combine, constantForm, type LinearForm } from './linear-form.js';
import { normTower } from './norm-tower.js';
import { scaledAffine } from './scaled-affine.js';
import type { ProgramBuilder } from './solver/index.js';
import type { TradeColumns } from './trade-columns.js';

/** A `max` over more affine children than this starts with a few rows and grows by the violated ones. */
const ALL_ROWS_UP_TO = 64;
/** A `norm` over more parts than this is not factored, which takes the cube of their number. */
const TOWER_UP_TO = 400;

/**
 * Turns formulas into columns and rows of a program that is being built. Knows nodes, not models.
 *
 * | node | becomes |
 * |---|---|
 * | affine, sum, scale | a linear form |
 * | max | an epigraph column t with a row t >= child per child (a constant child is t's lower bound) |
 * | norm | an epigraph column with supporting hyperplanes, added as they are violated; of more than two affine parts, a tower of such norms of two |
 * | largest | a level column t and an excess column per child, k t + sum of excesses, with a row excess >= child - t per child |
 * | ranked | an epigraph column, a binary per child that is not above it, t >= child - M (1 - b), all but k - 1 of them |
 * | min | an epigraph column, a binary per child that can be the smallest, t >= child - M (1 - b), exactly one b |
 *
 * An epigraph column equals its node's amount only where the program presses it down; the amount reported is always
 * re-evaluated.
 */
export class FormulaCompiler {
  readonly lazy: LazyRows[] = [];
  /** Columns that are whole because of `min` nodes. */
  readonly choices = new Set<number>();
  readonly #settlers: ((quantities: Float64Array, x: Float64Array) => void)[] = [];
  readonly #builder: ProgramBuilder;
  readonly #trades: TradeColumns;
  readonly #present: Float64Array;
  readonly #reach: { readonly lower: Float64Array; readonly upper: Float64Array };
  readonly #growing: ReadonlyMap<Formula, MoreChildren>;
  readonly #compiled = new Map<Formula, LinearForm>();

  /**
   * @param present contracts held, by line: where lazily added rows start
   * @param growing maxima with more children than are listed
   */
  constructor(
    builder: ProgramBuilder,
    trades: TradeColumns,
    present: Float64Array,
    growing: ReadonlyMap<Formula, MoreChildren> = new Map(),
  ) {
    this.#growing = growing;
    this.#builder = builder;
    this.#trades = trades;
    this.#present = present;
    this.#reach = trades.reach();
  }

  /** The linear form of a node; the same node compiled twice shares its columns. */
  compile(node: Formula): LinearForm {
    const known = this.#compiled.get(node);
    if (known !== undefined) return known;
    const form = this.#compileNode(node);
    this.#compiled.set(node, form);
    return form;
  }

  /** Gives every column of the compiled nodes the value it has for a book: the rest of a starting point. */
  settle(quantities: Float64Array, x: Float64Array): void {
    for (const settler of this.#settlers) settler(quantities, x);
  }

  #compileNode(node: Formula): LinearForm {
    switch (node.kind) {
      case 'affine':
        return affineForm(node, this.#present.length);
      case 'sum':
        return combine(node.children.map((child) => ({ form: this.compile(child), factor: 1 })));
      case 'scale':
        return combine([{ form: this.compile(node.child), factor: node.factor }]);
      case 'max':
        return this.#compileMax(node);
      case 'norm':
        return this.#compileNorm(node);
      case 'min':
        return this.#compileMin(node);
      case 'largest':
        return this.#compileLargest(node);
      case 'ranked':
        return this.#compileRanked(node);
    }
  }

  #epigraph(node: Formula, lower: number): number {
    const { high } = formulaInterval(node, this.#reach.lower, this.#reach.upper);
    const upper = this.#growing.has(node) ? Infinity : Math.max(lower, high);
    const column = this.#builder.addColumn({ name: node.name, lower, upper, cost: 0 });
    this.#settlers.push((quantities, x) => {
      x[column] = evaluate(node, quantities);
    });
    return column;
  }

  #compileMax(node: Max): LinearForm {
    const spans = node.children.map((child) => formulaInterval(child, this.#reach.lower, this.#reach.upper));
    const floor = Math.max(...spans.map(({ low }) => low));
    // A child that can never be the largest needs no row; if only a constant is left, the node is that constant.
    const rivals = node.children.filter((_, i) => spans[i]!.high > floor);
    const more = this.#growing.get(node);
    if (more === undefined && rivals.length === 0) return constantForm(floor);
    if (more === undefined && node.children.length === 1) return this.compile(node.children[0]!);
    const t = this.#epigraph(node, floor);
    if (more !== undefined) this.lazy.push(new GrowingMaximum(t, node, more, this.#present.length));
    const affine = rivals.map(scaledAffine).filter((child) => child !== null);
    const others = rivals.filter((child) => scaledAffine(child) === null);
    for (const child of others) this.#rowAbove(t, `${node.name}: ${child.name}`, this.compile(child));
    if (affine.length <= ALL_ROWS_UP_TO) {
      for (const { node: child, factor } of affine) {
        this.#rowAbove(t, `${node.name}: ${child.name}`, affineForm(child, this.#present.length, factor));
      }
    } else {
      const lazy = new LazyMaximum(t, affine, this.#present.length, node.name);
      for (const form of lazy.start(this.#present)) this.#rowAbove(t, `${node.name}: ${form.name}`, form.form);
      this.lazy.push(lazy);
    }
    return columnForm(t);
  }

  #compileNorm(node: Norm): LinearForm {
    const planes = node.children.length > 2 && node.children.length <= TOWER_UP_TO ? normTower(node) : null;
    if (planes !== null) return this.compile(planes);
    const forms = node.children.map((child) => this.compile(child));
    const t = this.#epigraph(node, 0);
    const lazy = new LazyNorm(t, node, forms);
    for (const { name, form } of lazy.cuts(this.#present)) this.#rowAbove(t, name, form);
    this.lazy.push(lazy);
    return columnForm(t);
  }

  /** The best level is the k-th largest child. A child that is never above the least of that has no excess. */
  #compileLargest(node: Largest): LinearForm {
    const spans = node.children.map((child) => formulaInterval(child, this.#reach.lower, this.#reach.upper));
    const [low, high] = (['low', 'high'] as const).map((end) =>
      kthLargest(
        spans.map((span) => span[end]),
        node.count,
      ),
    );
    const level = this.#builder.addColumn({ name: `${node.name}, level`, lower: low!, upper: high!, cost: 0 });
    const extra = new Map([[level, node.count]]);
    const tail: TailChild[] = [];
    node.children.forEach((child, i) => {
      const most = spans[i]!.high - low!;
      if (!(most > 0)) return;
      const name = `${node.name}: ${child.name}, beyond`;
      const excess = this.#builder.addColumn({ name, lower: 0, upper: most, cost: 0 });
      extra.set(excess, 1);
      this.#settlers.push((quantities, x) => {
        x[excess] = Math.max(0, evaluate(child, quantities) - x[level]!);
      });
      const affine = scaledAffine(child);
      if (affine !== null) tail.push({ ...affine, excess });
      else this.#rowAbove(excess, `${node.name}: ${child.name}`, this.#beyond(this.compile(child), level));
    });
    // Before the excesses, which are what is beyond it.
    this.#settlers.unshift((quantities, x) => {
      x[level] = kthLargest(
        node.children.map((child) => evaluate(child, quantities)),
        node.count,
      );
    });
    const lazy = new LazyLargest(level, tail, this.#present.length);
    const rows = tail.length <= ALL_ROWS_UP_TO ? tail.length : Math.max(ALL_ROWS_UP_TO, 2 * node.count);
    for (const { name, form, column } of lazy.start(this.#present, rows)) {
      this.#rowAbove(column!, `${node.name}: ${name}`, form);
    }
    if (rows < tail.length) this.lazy.push(lazy);
    return { constant: 0, perLine: null, extra };
  }

  #beyond(form: LinearForm, level: number): LinearForm {
    return combine([
      { form, factor: 1 },
      { form: columnForm(level), factor: -1 },
    ]);
  }

  /** At most k - 1 children may be above the k-th largest. */
  #compileRanked(node: Ranked): LinearForm {
    const { lower, upper } = this.#reach;
    const { low } = formulaInterval(node, lower, upper);
    const t = this.#epigraph(node, low);
    const below = new Map<number, number>();
    const rivals: { readonly child: Formula; readonly binary: number }[] = [];
    for (const child of node.children) {
      const excess = formulaInterval(child, lower, upper).high - low;
      if (!(excess > 0)) continue;
      const name = `${node.name} covers ${child.name}`;
      const binary = this.#builder.addColumn({ name, lower: 0, upper: 1, cost: 0, integer: true });
      below.set(binary, 1);
      rivals.push({ child, binary });
      this.choices.add(binary);
      const room: LinearForm = { constant: -excess, perLine: null, extra: new Map([[binary, excess]]) };
      const form = combine([
        { form: this.compile(child), factor: 1 },
        { form: room, factor: 1 },
      ]);
      this.#rowAbove(t, `${node.name}: ${child.name}`, form);
    }
    this.#settlers.push((quantities, x) => {
      const amount = evaluate(node, quantities);
      let above = node.count - 1;
      for (const { child, binary } of rivals) {
        const isAbove = above > 0 && evaluate(child, quantities) > amount;
        if (isAbove) above -= 1;
        x[binary] = isAbove ? 0 : 1;
      }
    });
    const least = rivals.length - (node.count - 1);
    const covered: LinearForm = { constant: 0, perLine: null, extra: below };
    this.#builder.addRow(this.#trades.row(`all but ${node.count - 1} of ${node.name}`, covered, least, Infinity));
    return columnForm(t);
  }

  /** M is the furthest that a child can be above the node, which is as small as it may be. */
  #compileMin(node: Min): LinearForm {
    const { lower, upper } = this.#reach;
    const rivals = rivalsOf(node, lower, upper);
    if (rivals.length === 1) return this.compile(rivals[0]!.child);
    const t = this.#epigraph(node, formulaInterval(node, lower, upper).low);
    const chosen = new Map<number, number>();
    for (const floor of floorsOf(node, rivals, lower, upper)) {
      if (floor.coefficients.length > 0) this.#rowAbove(t, floor.name, affineForm(floor, this.#present.length));
    }
    for (const { child, excess } of rivals) {
      const name = `${node.name} is ${child.name}`;
      const binary = this.#builder.addColumn({ name, lower: 0, upper: 1, cost: 0, integer: true });
      chosen.set(binary, 1);
      this.choices.add(binary);
      const form = combine([
        { form: this.compile(child), factor: 1 },
        { form: { constant: -excess, perLine: null, extra: new Map([[binary, excess]]) }, factor: 1 },
      ]);
      this.#rowAbove(t, `${node.name}: ${child.name}`, form);
    }
    this.#settlers.push((quantities, x) => {
      const amounts = rivals.map(({ child }) => evaluate(child, quantities));
      const smallest = amounts.indexOf(Math.min(...amounts));
      for (const [i, binary] of [...chosen.keys()].entries()) x[binary] = i === smallest ? 1 : 0;
    });
    this.#builder.addRow(this.#trades.row(`one of ${node.name}`, { constant: 0, perLine: null, extra: chosen }, 1, 1));
    return columnForm(t);
  }

  /** t >= form. */
  #rowAbove(t: number, name: string, form: LinearForm): void {
    const difference = combine([
      { form: columnForm(t), factor: 1 },
      { form, factor: -1 },
    ]);
    this.#builder.addRow(this.#trades.row(name, difference, 0, Infinity));
  }
}
