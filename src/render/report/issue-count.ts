/** `2 errors, 1 warning` of a list of issues; empty for none. Notes (`info`) are counted only when told. */
export function issueCount(issues: readonly { readonly severity: string }[], withNotes = false): string {
  const counted = [
    countOf('error', issues),
    countOf('warning', issues),
    ...(withNotes ? [countOf('info', issues)] : []),
  ];
  return counted.filter((part) => part !== '').join(', ');
}

function countOf(severity: string, issues: readonly { readonly severity: string }[]): string {
  const count = issues.filter((issue) => issue.severity === severity).length;
  const noun = severity === 'info' ? 'note' : severity;
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
