import type { CrifFactor } from '../../domain/index.js';
import type { BucketCorrelation, BucketLayout, MeasureLayout } from './measure-layout.js';
import { RESIDUAL } from './residual.js';
import { WeightedSumsBuilder } from './weighted-sums-builder.js';

/** What one CRIF factor adds to a measure. */
export interface LayoutEntry {
  /** Its place among the net sensitivities. */
  readonly crif: number;
  readonly factor: CrifFactor;
  readonly bucket: string;
  /** Entries of the same text or number in a bucket net before they are squared. */
  readonly nettedAs: string | number;
  readonly weight: number;
  readonly name: string;
  /** What one unit counts towards the concentration of its name. */
  readonly exposure: number;
  readonly thresholdUsd: number;
  readonly isExempt?: boolean;
}

/** How the finished buckets are related. */
export interface Relations {
  readonly correlation: (bucket: string, samples: readonly CrifFactor[]) => BucketCorrelation;
  readonly between: (b: string, c: string) => number;
  readonly bucketsAreNames?: boolean;
}

/** Gathers entries into buckets, risk factors and names. */
export class LayoutBuilder {
  readonly #buckets = new Map<string, BucketEntries>();
  readonly #exposures = new WeightedSumsBuilder();
  readonly #thresholds: number[] = [];

  add(entry: LayoutEntry): void {
    let bucket = this.#buckets.get(entry.bucket);
    if (bucket === undefined) {
      bucket = new BucketEntries();
      this.#buckets.set(entry.bucket, bucket);
    }
    let name = bucket.names.get(entry.name);
    if (name === undefined) {
      name = this.#thresholds.push(entry.thresholdUsd) - 1;
      bucket.names.set(entry.name, name);
    }
    if (entry.exposure !== 0) this.#exposures.add(name, entry.crif, entry.exposure);
    bucket.add(entry, name);
  }

  build({ correlation, between, bucketsAreNames }: Relations): MeasureLayout {
    const all = [...this.#buckets].map(([name, entries]) => entries.layout(name, correlation));
    const buckets = all.filter(({ name }) => name !== RESIDUAL).sort(byName);
    return {
      buckets,
      residual: all.find(({ name }) => name === RESIDUAL) ?? null,
      exposures: this.#exposures.build(this.#thresholds.length),
      thresholds: Float64Array.from(this.#thresholds),
      between: (b, c) => between(buckets[b]!.name, buckets[c]!.name),
      bucketsAreNames: bucketsAreNames === true,
    };
  }
}

/** What is known of one bucket so far. */
class BucketEntries {
  /** Places of names among those of the whole measure. */
  readonly names = new Map<string, number>();
  readonly #places = new Map<string | number, number>();
  readonly #sums = new WeightedSumsBuilder();
  readonly #nameOf: number[] = [];
  readonly #isExempt: number[] = [];
  readonly #samples: CrifFactor[] = [];

  add({ crif, factor, nettedAs, weight, isExempt }: LayoutEntry, name: number): void {
    let place = this.#places.get(nettedAs);
    if (place === undefined) {
      place = this.#samples.push(factor) - 1;
      this.#places.set(nettedAs, place);
      this.#nameOf.push(name);
      this.#isExempt.push(isExempt === true ? 1 : 0);
    }
    this.#sums.add(place, crif, weight);
  }

  layout(name: string, correlation: Relations['correlation']): BucketLayout {
    return {
      name,
      sums: this.#sums.build(this.#samples.length),
      nameOf: Int32Array.from(this.#nameOf),
      isExempt: Uint8Array.from(this.#isExempt),
      samples: this.#samples,
      correlation: correlation(name, this.#samples),
    };
  }
}

let collator: Intl.Collator | null = null;

/** Kept, as `localeCompare` makes a collator at every call, and made late, as that takes a while of its own. */
const byName = (a: BucketLayout, b: BucketLayout): number => {
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(a.name, b.name);
};
