import type { Io, SpanFile } from '../../domain/index.js';
import { ingest } from '../ingest.js';
import type { Ingested } from '../ingested.js';
import type { Input } from '../source/input.js';
import { inputName } from '../source/input-name.js';
import { SpanDraft } from './span-draft.js';

/**
 * Reads a clearing house's SPAN risk parameter file: `.spn` (XML 4.00) or `.pa2` (expanded, unpacked), known by its first
 * character. Both are read piece by piece. Amounts are in the currency of each combined commodity, losses for one long
 * contract. Records that margo has no use for are counted and told; a file that breaks off is refused with the place.
 */
export function readSpanFile(path: Input, io: Io): Promise<Ingested<SpanFile>> {
  return ingest('span', path, io, (issues) => {
    const draft = new SpanDraft(typeof path === 'string' ? path : path.file, issues);
    return {
      read: async (source) => {
        // Loaded here, so that a run without a SPAN file does not load an XML parser.
        if (source.head.trimStart().startsWith('<')) {
          const { readSpnFile } = await import('./spn-file.js');
          await readSpnFile(source, draft, issues);
        } else {
          const { readPa2File } = await import('./pa2-file.js');
          await readPa2File(source, draft, issues);
        }
        if (draft.contracts.length > 0 || issues.all().some(({ severity }) => severity === 'error')) return;
        const at = { file: source.file, line: 0, column: 0 };
        issues.add('SPN_NOT_SPAN', {
          at,
          subject: inputName(source.file),
          detail: 'it has no contract with a risk array',
        });
      },
      result: () => draft.file(),
    };
  });
}
