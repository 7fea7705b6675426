import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../cli/run.js';
import { allowed } from '../arrows.js';
import type { Block } from './blocks.js';

/**
 * What is wrong with an excerpt of the file that is named last above it; undefined when its text stands there, in order.
 *
 * Spaces do not count, and a comment that begins with ... stands for what was left out.
 */
export function excerptMissing({ file, text, above }: Block): string | undefined {
  const names = [...above.matchAll(/\]\(([^)]+\.ts)\)|`([^`]+\.ts)`/g)].map(([, link, code]) => link ?? code ?? '');
  const source = names.map((name) => join(ROOT, dirname(file), name)).findLast((path) => existsSync(path));
  if (source === undefined) return 'is no program for users of the package, and no file is named above it';
  const bare = (code: string): string => code.replaceAll(/\s+/g, '');
  let rest = bare(readFileSync(source, 'utf8'));
  return text.split(/\/\* \.\.\..*?\*\//).find((piece) => {
    const at = rest.indexOf(bare(piece));
    if (at >= 0) rest = rest.slice(at + bare(piece).length);
    return at < 0;
  });
}

/** What is wrong with the solid arrows of a flow chart between these folders: they must reach from each exactly what it may import. */
export function arrowsOf(chart: string, folders: readonly string[]): string | undefined {
  const arrows = [...chart.matchAll(/^\s*(\w+) --> (\w+)$/gm)].map(([, from = '', to = '']) => [from, to] as const);
  const reached = (from: string): readonly string[] => [
    from,
    ...arrows.filter(([tail]) => tail === from).flatMap(([, head]) => reached(head)),
  ];
  return folders
    .map((from) => [from, [...new Set(reached(from))].sort(), [...(allowed[from] ?? [])].sort()] as const)
    .filter(([, drawn, true_]) => drawn.join() !== true_.join())
    .map(([from, drawn, true_]) => `${from} may import ${true_.join(', ')}; the picture says ${drawn.join(', ')}`)[0];
}
