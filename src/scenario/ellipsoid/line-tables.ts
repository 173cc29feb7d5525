import { revalue } from '../revalue.js';
import type { ScanBlock } from '../scan-scenarios.js';
import type { Scenario } from '../scenario.js';
import type { ValuedInstrument } from '../valued-instrument.js';
import { tableMoves } from './cubic-table.js';
import type { EllipsoidRegion } from './ellipsoid-region.js';
import type { EllipsoidTerms } from './ellipsoid-terms.js';

/**
 * What one contract of a line gains over the moves of one underlying. Where its money is a coin that is another underlying of
 * the block, `values` are before that conversion, `converted` names the coin, and the gain is
 * `values x conversion - converted value now`.
 */
export interface LineTable {
  /** Place in the block. */
  readonly underlying: number;
  readonly converted: number | null;
  readonly values: Float64Array;
  /** What is taken off after a conversion; 0 where there is none. */
  readonly modelValue: number;
}

/** Tables of single contracts over the moves of a block, by region, made when a line is first held. */
export class LineTables {
  readonly #block: ScanBlock;
  readonly #regions: readonly EllipsoidRegion[];
  readonly #terms: EllipsoidTerms;
  readonly #made = new Map<ValuedInstrument, readonly (LineTable | null)[]>();

  constructor(block: ScanBlock, regions: readonly EllipsoidRegion[], terms: EllipsoidTerms) {
    this.#block = block;
    this.#regions = regions;
    this.#terms = terms;
  }

  /** One table a region; null where nothing of the block moves the line. */
  of(line: ValuedInstrument): readonly (LineTable | null)[] {
    let tables = this.#made.get(line);
    if (tables === undefined) {
      tables = this.#regions.map((region) => this.#table(line, region));
      this.#made.set(line, tables);
    }
    return tables;
  }

  #table(line: ValuedInstrument, { volatility, reach }: EllipsoidRegion): LineTable | null {
    if (line.expired) return null;
    const { names } = this.#block;
    const own = names.indexOf(line.instrument.underlying);
    const coin = line.currencyUnderlying === null ? -1 : names.indexOf(line.currencyUnderlying);
    const moved = own >= 0 ? own : coin;
    if (moved < 0) return null;
    const name = names[moved]!;
    const range = this.#terms.scanRanges.get(name)!;
    const scenarios = Array.from(tableMoves(reach), (move): Scenario => {
      return { name: '', block: 0, moves: Float64Array.of(move * range), volatility, weight: 1 };
    });
    const { values } = revalue([line], { underlyings: [name], blocks: [[name]], scenarios }, this.#terms.shock);
    const converted = own >= 0 && coin >= 0 && coin !== own ? coin : null;
    if (converted === null) return { underlying: moved, converted, values, modelValue: 0 };
    const { modelValue } = line;
    return { underlying: moved, converted, values: values.map((value) => value + modelValue), modelValue };
  }
}
