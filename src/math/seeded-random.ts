import { inverseNormalCdf } from './inverse-normal-cdf.js';

/** A stream of pseudo-random numbers: the same seed gives the same stream, on every machine. */
export interface SeededRandom {
  /** Strictly between 0 and 1, at the odd multiples of 2^-53. */
  uniform(): number;
  /** Standard normal; each takes one uniform. */
  normal(): number;
  /** A whole number from 0 to `limit` - 1; `limit` up to 2^52. */
  integer(limit: number): number;
}

/**
 * Starts the stream of `seed`, any safe integer. Not for secrets.
 *
 * SOURCE: xoshiro128**, D. Blackman & S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021);
 * its state is filled by splitmix32 (the 32-bit form of Steele, Lea & Flood 2014), as its authors advise.
 *
 * @throws RangeError when `seed` is not a safe integer.
 */
export function seededRandom(seed: number): SeededRandom {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed ${seed} is not a safe integer`);
  const next = xoshiro128(stateOf(seed));
  const uniform = (): number => {
    const high = next() >>> 6;
    const low = next() >>> 6;
    return (high * 67108864 + low + 0.5) / 4503599627370496;
  };
  return {
    uniform,
    normal: () => inverseNormalCdf(uniform()),
    integer: (limit) => Math.floor(uniform() * limit),
  };
}

/** The bare generator: 32-bit unsigned words from a state of four, which it changes. At least one must not be zero. */
export function xoshiro128(state: Uint32Array): () => number {
  return () => {
    const second = state[1]!;
    const word = Math.imul(rotateLeft(Math.imul(second, 5), 7), 9) >>> 0;
    state[2]! ^= state[0]!;
    state[3]! ^= second;
    state[1]! ^= state[2]!;
    state[0]! ^= state[3]!;
    state[2]! ^= second << 9;
    state[3] = rotateLeft(state[3]!, 11);
    return word;
  };
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** Two words from each half of the seed, so that no two seeds share a state. */
function stateOf(seed: number): Uint32Array {
  const halves = [seed, Math.floor(seed / 4294967296)];
  const words = halves.flatMap((half) => [splitmix32(half + 0x9e3779b9), splitmix32(half + 2 * 0x9e3779b9)]);
  return Uint32Array.from(words);
}

/** A one-to-one scrambling of 32-bit words. */
function splitmix32(counter: number): number {
  let word = counter | 0;
  word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
  word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
  return word ^ (word >>> 15);
}
