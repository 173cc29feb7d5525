// Times a hedge search step by step on seeded option chains, beside scipy's HiGHS on the same linear program in the same run:
// `npm run bench -- optimize [rounds]`. Each case is a process of its own, so that memory is its own, too.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeChain } from './chain.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ROUNDS = Number(process.argv[2] ?? 3);
/** Points of the ladder either way, with three volatilities each: 31 x 3 and 333 x 3 scenarios. */
const CASES = [330, 2000].flatMap((candidates) => [15, 166].map((radii) => ({ candidates, radii })));

/** Solves the program it is given as JSON, `rounds` times; seconds of the quickest. */
const SCIPY = `
import json, sys, time
import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix
p = json.load(open(sys.argv[1]))
A = csr_matrix((p['values'], p['indices'], p['starts']), shape=(len(p['lower']), len(p['cost'])))
lo = np.array([-np.inf if v is None else v for v in p['lower']]); hi = np.array([np.inf if v is None else v for v in p['upper']])
rows = [A[np.isfinite(hi)], -A[np.isfinite(lo)]]
from scipy.sparse import vstack
G = vstack(rows).tocsr(); h = np.concatenate([hi[np.isfinite(hi)], -lo[np.isfinite(lo)]])
best = 1e9
for _ in range(int(sys.argv[2])):
    t = time.perf_counter()
    r = linprog(p['cost'], A_ub=G, b_ub=h, bounds=list(zip(p['low'], p['high'])), method='highs')
    best = min(best, time.perf_counter() - t)
print(json.dumps({'seconds': best, 'objective': (r.fun if r.fun is not None else 0) + p['offset'], 'status': int(r.status)}))
`;

const step = join(ROOT, `bench/.step-${process.pid}.mjs`);
const folder = mkdtempSync(join(tmpdir(), 'margo-bench-'));
try {
  await build({
    entryPoints: [join(ROOT, 'bench/optimize-step.ts')],
    outfile: step,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  writeFileSync(join(folder, 'yardstick.py'), SCIPY);
  process.stdout.write(`node ${process.version}, least of ${ROUNDS} rounds, milliseconds\n\n`);
  process.stdout.write(
    '| candidates x scenarios | price | build | solve | check | build + solve : scipy | scipy solve | MB | k = 6: objective | gap | ms | MB |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n',
  );
  for (const { candidates, radii } of CASES) {
    const chain = join(folder, `${candidates}`);
    writeChain(chain, candidates);
    const program = join(folder, 'program.json');
    const run = (most) => {
      const args = ['--max-old-space-size=4096', step, chain, String(radii), String(most), program, String(ROUNDS)];
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
      return JSON.parse(stdout.trim().split('\n').at(-1));
    };
    const lp = run(0);
    const scipy = yardstick(program);
    const whole = run(6);
    const ms = (figure) => figure.toFixed(0);
    if (scipy !== null && Math.abs(scipy.objective - lp.objective) > 1e-6 * Math.abs(lp.objective)) {
      throw new Error(`scipy finds ${scipy.objective}, margo ${lp.objective}`);
    }
    const ratio = scipy === null ? '' : ((lp.build + lp.solve) / (1000 * scipy.seconds)).toFixed(2);
    const theirs = scipy === null ? 'not installed' : ms(1000 * scipy.seconds);
    const line = [
      `${candidates} x ${lp.scenarios}`,
      ms(lp.price),
      ms(lp.build),
      ms(lp.solve),
      ms(lp.check),
      ratio,
      theirs,
    ];
    line.push(
      ms(lp.megabytes),
      ms(whole.objective),
      `${(100 * whole.gap).toFixed(2)} %`,
      ms(whole.total),
      ms(whole.megabytes),
    );
    process.stdout.write(`| ${line.join(' | ')} |\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
  rmSync(step, { force: true });
}

/** scipy on the whole program, every scenario a row; null where it is not installed. */
function yardstick(program) {
  const { status, stdout, stderr } = spawnSync('python3', [join(folder, 'yardstick.py'), program, String(ROUNDS)], {
    encoding: 'utf8',
  });
  if (status !== 0) {
    process.stderr.write(stderr);
    return null;
  }
  return { ...JSON.parse(stdout), rows: JSON.parse(readFileSync(program, 'utf8')).lower.length };
}
