// Times whole commands against `node -e 0`, interleaved in one run, and prints a table of ratios: `npm run bench [rounds]`.
// NODE_EXTRA_CA_CERTS is unset for every process: Node 20 reads that file at every start, which is no cost of margo's.
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

if (process.argv[2] === 'optimize') {
  process.argv.splice(2, 1);
  await import('./optimize.mjs');
  process.exit(0);
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ROUNDS = Number(process.argv[2] ?? 20);
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

const files = (name) => [`fixtures/${name}/positions.csv`, '--market', `fixtures/${name}/market.csv`, '--json'];
const limits = (name) => ['--limits', `fixtures/${name}/limits.csv`];
const joint = (name) => [
  '--correlations',
  `fixtures/${name}/correlations.csv`,
  '--prices',
  `fixtures/${name}/prices.csv`,
];
const [btc, pair, es] = ['btc-short-strangle', 'btc-eth-pair', 'es-and-etfs'];

/** What is timed, and the ratio to `node -e 0` it should stay under (null: none promised). */
const COMMANDS = [
  { name: 'node -e 0', args: ['-e', '0'], target: null },
  { name: 'margo --help', args: ['bin/margo.js', '--help'], target: 2.5 },
  { name: `margin ${btc}`, args: ['bin/margo.js', 'margin', ...files(btc)], target: 5 },
  { name: `optimize ${btc}`, args: ['bin/margo.js', 'optimize', ...files(btc), ...limits(btc)], target: 12 },
  { name: `margin ${pair}`, args: ['bin/margo.js', 'margin', ...files(pair), ...joint(pair)], target: null },
  {
    name: `optimize ${pair}`,
    args: ['bin/margo.js', 'optimize', ...files(pair), ...limits(pair), ...joint(pair)],
    target: null,
  },
  { name: `margin ${es}`, args: ['bin/margo.js', 'margin', ...files(es), ...joint(es)], target: null },
  {
    name: `optimize ${es}`,
    args: ['bin/margo.js', 'optimize', ...files(es), ...limits(es), ...joint(es)],
    target: null,
  },
];

const times = COMMANDS.map(() => []);
for (let round = 0; round < ROUNDS; round++) {
  COMMANDS.forEach(({ name, args }, i) => {
    const start = process.hrtime.bigint();
    const { status } = spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: 'ignore' });
    if (status !== 0) throw new Error(`${name} exited with ${status}`);
    times[i].push(Number(process.hrtime.bigint() - start) / 1e6);
  });
}

const median = (list) => list[list.length >> 1];
for (const list of times) list.sort((a, b) => a - b);
const base = times[0];
process.stdout.write(`node ${process.version}, ${cpus()[0].model}, ${ROUNDS} interleaved rounds\n\n`);
process.stdout.write(
  '| command | min ms | median ms | ratio of minima | ratio of medians | promised |\n|---|---|---|---|---|---|\n',
);
COMMANDS.forEach(({ name, target }, i) => {
  const [least, middle] = [times[i][0], median(times[i])];
  const ratios = [least / base[0], middle / median(base)].map((ratio) => ratio.toFixed(2));
  process.stdout.write(
    `| ${name} | ${least.toFixed(0)} | ${middle.toFixed(0)} | ${ratios.join(' | ')} | ${target ?? ''} |\n`,
  );
});
