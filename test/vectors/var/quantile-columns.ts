/** The columns `Quantile_0.010000`, `ExpectedShortfall_0.950000` of a file, with the part of the cases they are about. */
export function quantileColumns(
  columns: readonly string[],
): { readonly column: string; readonly kind: string; readonly q: number }[] {
  return columns.flatMap((column) => {
    const [, kind, q] = /^(Quantile|ExpectedShortfall)_([\d.]+)$/.exec(column) ?? [];
    return kind === undefined ? [] : [{ column, kind, q: Number(q) }];
  });
}
