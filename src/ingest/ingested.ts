import type { Parsed } from '../domain/index.js';

/**
 * An input as it was read, for the manifest.
 *
 * `sha256`: of the bytes as stored (before gunzip); empty when the input could not be read to its end.
 */
export interface Source {
  /** What the input is for: `positions`, `market`, ... */
  readonly role: string;
  /** The path as the user wrote it; `-` for standard input. */
  readonly file: string;
  readonly sha256: string;
}

/** What a file says, everything there is to complain about it, and which bytes it was. */
export interface Ingested<T> extends Parsed<T> {
  readonly source: Source;
}
