import { createTwoFilesPatch } from 'diff';

/** What changed from one text to another, as a unified diff; empty when nothing did. */
export function lineDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  return createTwoFilesPatch(name, name, before, after, 'committed', 'current', { context: 2 })
    .replace(/^={3,}\n/, '')
    .trimEnd();
}
