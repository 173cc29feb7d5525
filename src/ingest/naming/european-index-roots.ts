/**
 * OSI roots of US index options that are exercised at expiry only. Every other root is read as American, as all US share
 * and fund options are, and so are the S&P 100 options OEX.
 *
 * SOURCE: product specifications of Cboe (SPX, SPXW, XSP, XEO, VIX, VIXW, RUT, RUTW, MRUT, RLG, RLV, RUI, DJX, MXEA,
 * MXEF) and Nasdaq PHLX (NDX, NDXP, XND).
 */
export const EUROPEAN_INDEX_ROOTS: ReadonlySet<string> = new Set([
  'DJX',
  'MRUT',
  'MXEA',
  'MXEF',
  'NDX',
  'NDXP',
  'RLG',
  'RLV',
  'RUI',
  'RUT',
  'RUTW',
  'SPX',
  'SPXW',
  'VIX',
  'VIXW',
  'XEO',
  'XND',
  'XSP',
]);
