/**
 * OSI roots of weekly and afternoon-settled options that are on the index of another root. Classes of a tenth of an index (XSP,
 * MRUT, XND) are on an index of their own.
 *
 * SOURCE: product specifications of Cboe (SPXW, RUTW, VIXW) and Nasdaq PHLX (NDXP).
 */
const INDEX_OF_ROOT: Readonly<Record<string, string>> = { NDXP: 'NDX', RUTW: 'RUT', SPXW: 'SPX', VIXW: 'VIX' };

/** The index that options of an OSI root are on: that of another root, or the root itself. */
export function indexOfRoot(root: string): string {
  return Object.hasOwn(INDEX_OF_ROOT, root) ? INDEX_OF_ROOT[root]! : root;
}
