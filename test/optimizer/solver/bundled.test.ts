import { mkdtemp, rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type * as SolverRoom from '../../../src/optimizer/solver/index.js';
import { denseProgram } from './dense-program.js';
import { solveOptions } from './solve-options.js';

// The workers are made from the source text of functions: that text must also stand alone after bundling and minifying.
let folder: string;
let room: typeof SolverRoom;

beforeAll(async () => {
  // Inside the package, so that the bundle finds the engines where an installed margo would.
  folder = await mkdtemp('node_modules/.margo-bundle-');
  await build({
    entryPoints: ['src/optimizer/solver/index.ts'],
    outfile: `${folder}/solver.mjs`,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    minify: true,
    keepNames: false,
  });
  room = (await import(pathToFileURL(`${folder}/solver.mjs`).href)) as typeof SolverRoom;
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

it.each([
  ['highs', false],
  ['highs', true],
  ['js', false],
] as const)('%s works from a bundle (integer: %s)', async (id, integer) => {
  const program = denseProgram({ cost: [-1, -1], integer, rows: [[[2, 2], Number.NEGATIVE_INFINITY, 7]] });
  const session = (await room.loadSolver(id)).open(program);
  const outcome = await session.solve(solveOptions());
  session.dispose();
  expect(outcome).toMatchObject({ status: 'optimal', objective: integer ? -3 : -3.5 });
});
