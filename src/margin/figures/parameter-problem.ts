/** A figure that a model cannot use; the caller words it. */
export interface ParameterProblem {
  /** `unknown`: there is no such name. `missing`: an entry lacks a field. `unsuitable`: it cannot be what it is. */
  readonly problem: 'unknown' | 'missing' | 'unsuitable';
  /** A dotted place, entries of lists counted from 0: `scenarios.3.spotShock`. */
  readonly name: string;
  /** What was given there, as JSON writes it; of an unknown name the name. */
  readonly value: string;
  readonly expected: string;
  /** Of an unknown name: those there are in its place. */
  readonly known?: readonly string[];
}
