/**
 * The command line of margo: one flag table and one command table, from which parsing, help, settings and completion are made; one file
 * per command; streams, colour and exit codes. The only room that knows commander and yargs-parser.
 */
export { main } from './main.js';
export { processIo } from './process-io.js';
