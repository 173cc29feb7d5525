import { type Io, type Issue, makeIssue } from '../../../domain/index.js';
import { readWeights, type Source } from '../../../ingest/index.js';
import { didYouMean } from '../../did-you-mean.js';

export interface NameWeights {
  /** One a name of the matrix; null where none were asked for. */
  readonly weights: Float64Array | null;
  readonly issues: readonly Issue[];
  readonly sources: readonly Source[];
}

/** The weights of `--weights`: text `NAME=W,NAME=W`, or a file; a name that is not given weighs 1. */
export async function nameWeights(asked: string | null, names: readonly string[], io: Io): Promise<NameWeights> {
  if (asked === null) return { weights: null, issues: [], sources: [] };
  const weights = new Float64Array(names.length).fill(1);
  const issues: Issue[] = [];
  const put = (name: string, weight: number, place: { readonly value: string }): void => {
    const slot = names.indexOf(name);
    if (slot === -1) {
      const hint = didYouMean(name, names);
      const detail = 'not a name of the matrix';
      issues.push(makeIssue('COR_WEIGHT_TEXT', { ...place, detail, expected: names.join(', '), hint }));
    } else weights[slot] = weight;
  };
  if (!asked.includes('=')) {
    const file = await readWeights(asked, io);
    for (const { name, weight } of file.value) put(name, weight, { value: name });
    return { weights, issues: [...file.issues, ...issues, ...tooFarApart(asked, weights)], sources: [file.source] };
  }
  for (const text of asked.split(',').map((part) => part.trim())) {
    if (text === '') continue;
    const at = text.lastIndexOf('=');
    const weight = Number(text.slice(at + 1).trim());
    if (at > 0 && weight > 0 && Number.isFinite(weight)) put(text.slice(0, at).trim(), weight, { value: text });
    else
      issues.push(
        makeIssue('COR_WEIGHT_TEXT', {
          value: text,
          detail: 'no name with a weight',
          expected: 'NAME=W with W above 0',
        }),
      );
  }
  return { weights, issues: [...issues, ...tooFarApart(asked, weights)], sources: [] };
}

/** Beyond this the matrix of least distance is one of the heavy pairs' rounding. */
const FARTHEST_APART = 1e6;

function tooFarApart(value: string, weights: Float64Array): Issue[] {
  // Of no names there is no largest.
  if (!(Math.max(...weights) > FARTHEST_APART * Math.min(...weights))) return [];
  const detail = 'the largest weight is more than a million times the smallest';
  const expected = 'weights nearer together, or --fix for pairs that stay as they are';
  return [makeIssue('COR_WEIGHT_TEXT', { value, detail, expected })];
}
