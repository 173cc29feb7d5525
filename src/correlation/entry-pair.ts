/** An entry above the diagonal of a matrix, by row and column; it stands for its mirror image too. */
export interface EntryPair {
  readonly i: number;
  readonly j: number;
}
