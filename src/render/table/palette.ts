import { Chalk } from 'chalk';
import type { Tone } from '../report/report.js';

/** How emphasis looks on a terminal. With colour off every function returns its text unchanged. */
export interface Palette {
  readonly tone: (tone: Tone, text: string) => string;
  readonly heading: (text: string) => string;
  /** `heat` from -3 to 3. */
  readonly heat: (heat: number, text: string) => string;
}

/** Sixteen colours only, so that the reader's own terminal theme decides the shades. */
export function paletteFor(color: boolean): Palette {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const tones: Readonly<Record<Tone, (text: string) => string>> = {
    plain: (text) => text,
    strong: chalk.bold,
    muted: chalk.dim,
    good: chalk.green,
    bad: chalk.red,
    warning: chalk.yellow,
  };
  const losses = [chalk.red, chalk.redBright, chalk.bgRed.white];
  const gains = [chalk.green, chalk.greenBright, chalk.bgGreen.black];
  return {
    tone: (tone, text) => tones[tone](text),
    heading: chalk.bold.underline,
    heat: (heat, text) => (heat === 0 ? text : ((heat < 0 ? losses : gains)[Math.abs(heat) - 1]?.(text) ?? text)),
  };
}
