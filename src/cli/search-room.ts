/** The search for trades, in a file of its own: `margo margin` does not wait for it. */
export { runOptimize } from '../app/run-optimize.js';
