// npm run demo: the main job on the shipped fixture, from a fresh clone. Installs when nothing is installed or the lock file has
// changed since, builds, and runs `margo optimize`. Nothing but modules of Node is used, for nothing else may be there yet.
// Standard output holds the answer; what npm and the build say goes to standard error.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BOOK = 'fixtures/btc-short-strangle';
const DEMO = ['optimize', `${BOOK}/positions.csv`, '--market', `${BOOK}/market.csv`, '--limits', `${BOOK}/limits.csv`];
const TO_STANDARD_ERROR = ['ignore', 2, 2];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  tell(`margo needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  process.exitCode = 2;
} else {
  process.exitCode = demo();
}

/** The exit code of the first step that fails, else that of the run. */
function demo() {
  if (!isInstalled()) {
    tell('Installing what package-lock.json names (npm ci) ...');
    const code = npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) return code;
  }
  tell('Building ...');
  const code = node(['scripts/build.mjs'], TO_STANDARD_ERROR);
  if (code !== 0) return code;
  tell(`margo ${DEMO.join(' ')}\n`);
  return node(['bin/margo.js', ...DEMO], 'inherit');
}

/** npm leaves its own list of what it installed, which is as old as the installation. */
function isInstalled() {
  try {
    return modified('node_modules/.package-lock.json') >= modified('package-lock.json');
  } catch {
    return false;
  }
}

function modified(path) {
  return statSync(`${ROOT}/${path}`).mtimeMs;
}

/** Runs the npm that runs this script, else the one on the path. */
function npm(args) {
  const own = process.env.npm_execpath ?? '';
  if (/npm-cli\.c?js$/.test(own)) return node([own, ...args], TO_STANDARD_ERROR);
  return run('npm', args, TO_STANDARD_ERROR, process.platform === 'win32');
}

function node(args, stdio) {
  return run(process.execPath, args, stdio);
}

function run(command, args, stdio, shell = false) {
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio, shell });
  if (error !== undefined) tell(`cannot run ${command}: ${error.message}`);
  return status ?? 1;
}

function tell(line) {
  process.stderr.write(`${line}\n`);
}
