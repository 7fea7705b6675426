import { Help } from 'commander';

/** Text that nobody watches, such as a pipe's, is wrapped to this many characters: longer lines are hard to read. */
const READABLE = 100;

/** Characters in a line of the terminal; Infinity when standard output is none. */
export function screenWidth(): number {
  return process.stdout.isTTY ? process.stdout.columns : Infinity;
}

/** A paragraph in lines that fit, each after the same indent. */
export function paragraph(text: string, indent = '  ', width = screenWidth()): string {
  const lines = new Help().boxWrap(text, Math.min(width, READABLE) - indent.length).split('\n');
  return lines.map((line) => indent + line).join('\n');
}
