/**
 * Files and standard input into domain values, with everything there is to complain about: the only room that reads
 * files. CSV (comma, semicolon or tab), JSON arrays and NDJSON hold the same rows, `.gz` of any is unpacked, and the
 * format is known by the extension, else by the content. Each reader gives what was good together with an issue for each
 * thing that was not; only an abort makes one throw. CSV and NDJSON are read row by row; a JSON document is held in memory
 * and may have 64 MiB. In every format `column` is the character, from 1, at which the field begins in its line, as an
 * editor counts, and `line` counts from 1; both are null for what concerns the file as a whole. Of one code at most 10,000
 * issues are kept per file; how many more there were is told in one line.
 */
export { readAccount } from './account/read-account.js';
export type { ReconciliationCase } from './cases/read-case.js';
export { readCases } from './cases/read-cases.js';
export { type CollateralFile, readCollateral } from './collateral/read-collateral.js';
export { readCorrelationBounds } from './correlation-bounds/read-correlation-bounds.js';
export {
  readCorrelations,
  readStatedCorrelations,
  type StatedCorrelations,
} from './correlations/read-correlations.js';
export { type CrifOptions, readCrif } from './crif/read-crif.js';
export { type DepthOptions, readDepth } from './depth/read-depth.js';
export { type Dividends, type DividendsOptions, readDividends } from './dividends/read-dividends.js';
export type { Ingested, Source } from './ingested.js';
export { parseKeepText } from './limits/parse-keep-text.js';
export { parseLimitText } from './limits/parse-limit-text.js';
export { readLimits } from './limits/read-limits.js';
export { readMarket } from './market/read-market.js';
export { readNames } from './names/read-names.js';
export { formatInstrumentName, KNOWN_VENUES, parseInstrumentName } from './naming/index.js';
export { nearestName } from './nearest-name.js';
export { readParameterRanges } from './parameter-ranges/read-parameter-ranges.js';
export { readPositions } from './positions/read-positions.js';
export { readVenuePositions, type VenueMarkets } from './positions/read-venue-positions.js';
export { readPrices } from './prices/read-prices.js';
export { type JsonObjectFile, readJsonObject } from './read-json-object.js';
export { matrixFiles } from './robust/matrix-files.js';
export { type RobustFile, readRobust } from './robust/read-robust.js';
export type { Input } from './source/input.js';
export { readSpanFile } from './span/read-span-file.js';
export { readStressScenarios } from './stress/read-stress-scenarios.js';
export { readTrades } from './trades/read-trades.js';
export { readVenues } from './venues/read-venues.js';
export { type NamedWeight, readWeights } from './weights/read-weights.js';
