// Leaves V8's compiled code of the program beside it, for Node before 22.1, which keeps none by itself: `node code-cache.mjs DIST`.
// The commands run most are run once, so that the code of the functions they need is there too.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import v8 from 'node:v8';

const BOOK = 'fixtures/btc-short-strangle';
const INPUTS = [`${BOOK}/positions.csv`, '--market', `${BOOK}/market.csv`];
const RUNS = [
  ['margin', ...INPUTS],
  ['margin', ...INPUTS, '--json'],
  ['optimize', ...INPUTS, '--limits', `${BOOK}/limits.csv`, '--json'],
];

const dist = resolve(process.argv[2]);
const { CachedModules } = createRequire(import.meta.url)(join(dist, 'start.cjs'));
const modules = new CachedModules(dist);
// V8 refuses code that was made under other flags than it is read under.
v8.setFlagsFromString = () => {};
const { main } = modules.load('cli.cjs');
for (const argv of RUNS) {
  const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });
  const io = {
    stdin: process.stdin,
    stdout: nowhere(),
    stderr: nowhere(),
    env: {},
    cwd: process.cwd(),
    now: () => Date.now(),
    elapsed: () => performance.now(),
    signal: new AbortController().signal,
  };
  const code = await main(argv, io);
  if (code !== 0) throw new Error(`margo ${argv.join(' ')} exited with ${code}`);
}
modules.keep();
process.exit(0);
