import stringWidth from 'string-width';

/** Columns a text takes on a terminal; wide characters take two. The measure cli-table3 uses, so that both agree. */
export function textWidth(text: string): number {
  return stringWidth(text);
}

/** A text of at most `width` columns. The middle goes, because names of contracts differ at both ends. */
export function cutText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  if (width < 3) return takeColumns(text, width);
  const tail = takeColumns([...text].reverse().join(''), Math.floor((width - 1) / 2));
  return `${takeColumns(text, width - 1 - textWidth(tail))}…${[...tail].reverse().join('')}`;
}

/** Lines of at most `width` columns, broken at spaces; a word longer than a line is broken where the line ends. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (textWidth(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (textWidth(line) > width) {
      const head = takeColumns(line, width);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return [...lines, line];
}

/** The longest start of a text that fits; at least one character, so that breaking a text always ends. */
function takeColumns(text: string, width: number): string {
  let taken = '';
  let used = 0;
  for (const character of text) {
    used += textWidth(character);
    if (used > width && taken !== '') break;
    taken += character;
  }
  return taken;
}
