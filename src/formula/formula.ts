/**
 * A margin rule book as a small expression over quantities. Eight nodes, each with a name the user can be told:
 * evaluated it is the margin, explained it is the breakdown, compiled it is rows of a linear program.
 *
 * Quantities are indexed by column of the universe (positions and candidates), in contracts.
 */
export type Formula = Affine | Sum | Scale | Max | Min | Norm | Largest | Ranked;

/** constant + sum of coefficients[k] x quantities[columns[k]]; `columns` null means dense (coefficient k belongs to column k). */
export interface Affine {
  readonly kind: 'affine';
  readonly name: string;
  readonly constant: number;
  readonly coefficients: Float64Array;
  readonly columns: Int32Array | null;
}

export interface Sum {
  readonly kind: 'sum';
  readonly name: string;
  readonly children: readonly Formula[];
}

/** factor x child, factor >= 0. */
export interface Scale {
  readonly kind: 'scale';
  readonly name: string;
  readonly factor: number;
  readonly child: Formula;
}

/** The largest child. Convex. */
export interface Max {
  readonly kind: 'max';
  readonly name: string;
  readonly children: readonly Formula[];
}

/** The smallest child. Not convex: the optimizer needs binaries. */
export interface Min {
  readonly kind: 'min';
  readonly name: string;
  readonly children: readonly Formula[];
}

/** The sum of the `count` largest children: k times the expected shortfall over equally likely cases. Convex. */
export interface Largest {
  readonly kind: 'largest';
  readonly name: string;
  /** From 1 to as many as there are children. */
  readonly count: number;
  readonly children: readonly Formula[];
}

/** The `count`-th largest child: a value at risk over equally likely cases. Not convex unless it is the first. */
export interface Ranked {
  readonly kind: 'ranked';
  readonly name: string;
  /** From 1 to as many as there are children. */
  readonly count: number;
  readonly children: readonly Formula[];
}

/**
 * sqrt(v' R v) over children v, with R positive semidefinite, row-major. Convex over affine children; over others only where
 * none of them is ever below 0 and no entry of R is either, which is asked of them.
 */
export interface Norm {
  readonly kind: 'norm';
  readonly name: string;
  readonly children: readonly Formula[];
  readonly matrix: Float64Array;
}
