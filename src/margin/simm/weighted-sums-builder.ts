import type { WeightedSums } from './measure-layout.js';

/** Gathers the entries of sums. */
export class WeightedSumsBuilder {
  readonly #sumOf: number[] = [];
  readonly #crif: number[] = [];
  readonly #weights: number[] = [];

  add(sum: number, crif: number, weight: number): void {
    this.#sumOf.push(sum);
    this.#crif.push(crif);
    this.#weights.push(weight);
  }

  /** @param size how many sums there are, those without entries among them */
  build(size: number): WeightedSums {
    return {
      sumOf: Int32Array.from(this.#sumOf),
      crif: Int32Array.from(this.#crif),
      weights: Float64Array.from(this.#weights),
      size,
    };
  }
}
