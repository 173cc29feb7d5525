/** Every exit code with its meaning, as `margo help exit-codes` prints them. */
export const EXIT_CODES = [
  { code: 0, name: 'ok', meaning: 'ran; every limit and threshold holds' },
  {
    code: 1,
    name: 'no',
    meaning:
      'ran, and the answer is no: a limit is breached, --fail-above or --max-loss is exceeded, a figure is outside --tolerance, or no trade improves with --require-improvement',
  },
  {
    code: 2,
    name: 'usage',
    meaning: 'usage or configuration: a bad flag, an unknown model, a configuration file that cannot be read',
  },
  { code: 3, name: 'refused', meaning: 'input refused, after every issue has been reported' },
  {
    code: 4,
    name: 'infeasible',
    meaning: 'the limits cannot hold together; the document names them and the smallest relaxation',
  },
  { code: 5, name: 'stopped', meaning: 'stopped early, with a usable answer and its gap' },
  { code: 6, name: 'partial', meaning: 'a batch in which some accounts failed' },
  { code: 70, name: 'fault', meaning: 'a fault of margo itself; please report it' },
  { code: 130, name: 'interrupted', meaning: 'interrupted' },
] as const;

export type ExitName = (typeof EXIT_CODES)[number]['name'];

/** When several apply, the first of these counts. */
const PRECEDENCE: readonly ExitName[] = [
  'interrupted',
  'fault',
  'refused',
  'usage',
  'partial',
  'infeasible',
  'stopped',
  'no',
];

/** The code of what happened; of several things, the one that matters most. Nothing happened means 0. */
export function exitCode(...happened: readonly ExitName[]): number {
  const name = PRECEDENCE.find((entry) => happened.includes(entry)) ?? 'ok';
  return EXIT_CODES.find((entry) => entry.name === name)?.code ?? 70;
}
