import type { Envelope } from '../../schema/index.js';
import { cell } from './cell.js';
import { basisOf, titleOf } from './heading.js';
import { issueCount } from './issue-count.js';
import type { Cell, Report, Section } from './report.js';
import type { ReportDetail } from './report-detail.js';
import { issuesSection } from './sections/issues-section.js';

/**
 * Puts head, sections and summary together; `content` is asked only when the document has a result. Sections that are null
 * have nothing to say. The number of issues is added to the summary, because they are listed elsewhere.
 */
export function assembleReport<R>(
  document: Envelope<R>,
  detail: ReportDetail,
  content: (result: R) => { readonly sections: readonly (Section | null)[]; readonly summary: Cell },
): Report {
  const { result } = document;
  const { sections, summary } =
    result === null ? { sections: [], summary: cell('No result.', 'bad') } : content(result);
  const counted = issueCount(document.issues);
  return {
    title: titleOf(document),
    basis: basisOf(document),
    sections: [...sections, detail.issues ? issuesSection(document.issues) : null].filter(
      (section) => section !== null,
    ),
    summary: counted === '' ? summary : cell(`${summary.text} ${counted}.`, summary.tone),
  };
}
