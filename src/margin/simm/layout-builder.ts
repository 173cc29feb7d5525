import type { CrifFactor } from '../../domain/index.js';
import type {
  BucketCorrelation,
  BucketLayout,
  ConcentrationName,
  MeasureLayout,
  RiskFactor,
} from './measure-layout.js';
import { RESIDUAL } from './residual.js';

/** What one CRIF factor adds to a measure. */
export interface LayoutEntry {
  /** Its place among the net sensitivities. */
  readonly crif: number;
  readonly factor: CrifFactor;
  readonly bucket: string;
  /** Entries with the same text net before they are squared. */
  readonly nettedAs: string;
  readonly weight: number;
  readonly name: string;
  /** What one unit counts towards the concentration of its name. */
  readonly exposure: number;
  readonly thresholdUsd: number;
  readonly isExempt?: boolean;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly number[] ? number[] : T[K] };

/** How the finished buckets are related. */
export interface Relations {
  readonly correlation: (bucket: string, samples: readonly CrifFactor[]) => BucketCorrelation;
  readonly between: (b: string, c: string) => number;
  readonly bucketsAreNames?: boolean;
}

/** Gathers entries into buckets, risk factors and names. */
export class LayoutBuilder {
  readonly #buckets = new Map<string, Map<string, Mutable<RiskFactor>>>();
  readonly #names: Mutable<ConcentrationName>[] = [];
  readonly #placeOfName = new Map<string, number>();

  add(entry: LayoutEntry): void {
    const name = this.#nameOf(entry);
    const bucket = this.#buckets.get(entry.bucket) ?? new Map<string, Mutable<RiskFactor>>();
    this.#buckets.set(entry.bucket, bucket);
    const known = bucket.get(entry.nettedAs);
    if (known === undefined) {
      const isExempt = entry.isExempt === true;
      bucket.set(entry.nettedAs, { crif: [entry.crif], weights: [entry.weight], name, isExempt, sample: entry.factor });
      return;
    }
    known.crif.push(entry.crif);
    known.weights.push(entry.weight);
  }

  build(relations: Relations): MeasureLayout {
    const all = [...this.#buckets].map(([name, factors]): BucketLayout => {
      const list = [...factors.values()];
      const samples = list.map(({ sample }) => sample);
      return { name, factors: list, correlation: relations.correlation(name, samples) };
    });
    const buckets = all.filter(({ name }) => name !== RESIDUAL).sort(byName);
    return {
      buckets,
      residual: all.find(({ name }) => name === RESIDUAL) ?? null,
      names: this.#names,
      between: (b, c) => relations.between(buckets[b]!.name, buckets[c]!.name),
      bucketsAreNames: relations.bucketsAreNames === true,
    };
  }

  #nameOf({ bucket, name, crif, exposure, thresholdUsd }: LayoutEntry): number {
    const key = `${bucket}\n${name}`;
    const place = this.#placeOfName.get(key) ?? this.#names.length;
    if (place === this.#names.length) {
      this.#placeOfName.set(key, place);
      this.#names.push({ crif: [], exposures: [], thresholdUsd });
    }
    if (exposure !== 0) {
      this.#names[place]!.crif.push(crif);
      this.#names[place]!.exposures.push(exposure);
    }
    return place;
  }
}

const byName = (a: BucketLayout, b: BucketLayout): number => a.name.localeCompare(b.name, 'en', { numeric: true });
