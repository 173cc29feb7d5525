import { ALLOCATE_FLAGS } from './flags/allocate-flags.js';
import { ATTRIBUTE_FLAGS } from './flags/attribute-flags.js';
import { COLLATERAL_FLAGS } from './flags/collateral-flags.js';
import { CORRELATE_FLAGS } from './flags/correlate-flags.js';
import { FRONTIER_FLAGS } from './flags/frontier-flags.js';
import { INPUT_FLAGS } from './flags/input-flags.js';
import { MODEL_FLAGS } from './flags/model-flags.js';
import { OUTPUT_FLAGS } from './flags/output-flags.js';
import { REPAIR_FLAGS } from './flags/repair-flags.js';
import { SEARCH_FLAGS } from './flags/search-flags.js';
import { STRESS_FLAGS } from './flags/stress-flags.js';
import { VERIFY_FLAGS } from './flags/verify-flags.js';

/**
 * Every flag of every command, in the order of help. Commander's options, the keys of MARGO_OPTIONS, of configuration files and of
 * `--set`, the completion scripts and `manifest.options` are all made from it.
 */
export const FLAG_TABLE = [
  ...INPUT_FLAGS,
  ...COLLATERAL_FLAGS,
  ...VERIFY_FLAGS,
  ...MODEL_FLAGS,
  ...SEARCH_FLAGS,
  ...CORRELATE_FLAGS,
  ...REPAIR_FLAGS,
  ...FRONTIER_FLAGS,
  ...ALLOCATE_FLAGS,
  ...ATTRIBUTE_FLAGS,
  ...STRESS_FLAGS,
  ...OUTPUT_FLAGS,
] as const;
