import type { SpanContract } from '../../domain/index.js';
import { type Affine, sparseAffine } from '../../formula/index.js';
import { SCENARIOS } from './scan-scenarios.js';

/** A contract with its column of the universe. */
export interface SpanLine {
  readonly column: number;
  readonly name: string;
  readonly contract: SpanContract;
}

/** The lines of one combined commodity: its figures for a book, and as forms over quantities. */
export class CommodityLines {
  readonly name: string;
  readonly lines: readonly SpanLine[];

  constructor(name: string, lines: readonly SpanLine[]) {
    this.name = name;
    this.lines = lines;
  }

  /** Contract months that have deltas, ascending. */
  get months(): string[] {
    return [...new Set(this.lines.map(({ contract }) => contract.month))].sort();
  }

  get options(): SpanLine[] {
    return this.lines.filter(({ contract }) => contract.kind === 'option');
  }

  isHeldIn(book: Float64Array): boolean {
    return this.lines.some(({ column }) => book[column] !== 0);
  }

  /** Whether a book has nothing of the commodity but options it owns. */
  hasOnlyLongOptions(book: Float64Array): boolean {
    const held = this.lines.filter(({ column }) => book[column] !== 0);
    return held.length > 0 && held.every(({ contract, column }) => contract.kind === 'option' && book[column]! > 0);
  }

  /** Loss of the book in each scenario. */
  lossesOf(book: Float64Array): Float64Array {
    const losses = new Float64Array(SCENARIOS);
    for (const { column, contract } of this.lines) {
      const quantity = book[column]!;
      if (quantity === 0) continue;
      for (let j = 0; j < SCENARIOS; j++) losses[j]! += quantity * contract.losses[j]!;
    }
    return losses;
  }

  /** Net delta of the book by contract month. */
  deltasOf(book: Float64Array): Map<string, number> {
    const deltas = new Map(this.months.map((month) => [month, 0]));
    for (const { column, contract } of this.lines) {
      deltas.set(contract.month, deltas.get(contract.month)! + book[column]! * deltaOf(contract));
    }
    return deltas;
  }

  /** The loss in scenario `j` over quantities. */
  loss(j: number, name: string): Affine {
    return this.#form(name, this.lines, ({ losses }) => losses[j]!);
  }

  /** The net delta of a contract month over quantities, less an amount. */
  delta(month: string, less: number): Affine {
    const own = this.lines.filter(({ contract }) => contract.month === month);
    return this.#form(`delta ${month}`, own, deltaOf, -less);
  }

  /** Value of the options whose premium is paid up front. */
  optionValue(name: string): Affine {
    const paid = this.options.filter(({ contract }) => contract.premiumPaid);
    return this.#form(name, paid, ({ price, valueFactor }) => price * valueFactor);
  }

  #form(name: string, lines: readonly SpanLine[], of: (contract: SpanContract) => number, constant = 0): Affine {
    return sparseAffine(
      name,
      lines.map(({ column }) => column),
      lines.map(({ contract }) => of(contract)),
      constant,
    );
  }
}

function deltaOf({ delta, deltaScale }: SpanContract): number {
  return delta * deltaScale;
}
