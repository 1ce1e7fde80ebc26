/**
 * Breaks one line of text into lines of at most `width` characters, at blanks where there are any; at most `maxLines`. No line
 * begins with `::`, by one character longer where it would: a runner takes that for a command, and the text is foreign.
 */
export function wrap(text: string, width: number, maxLines = Number.POSITIVE_INFINITY): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > width && lines.length + 1 < maxLines) {
    const blank = rest.lastIndexOf(' ', width);
    const end = blank > width / 2 ? blank : width;
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest !== '') lines.push(rest.length > width ? `${rest.slice(0, width - 1)}…` : rest);
  return lines.map((line) => line.replace(/^:(?=:)/, ': '));
}
