/** Text in lines of at most `width` characters, indented by `indent`, the first of them begun by `lead`. */
export function wrapText(text: string, lead: string, indent: number, width = 80): string {
  const lines: string[] = [];
  let line = lead.padEnd(indent);
  for (const word of text.split(' ')) {
    if (line.trimEnd().length >= indent && line.length + word.length > width) {
      lines.push(line.trimEnd());
      line = ' '.repeat(indent);
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()].join('\n');
}
