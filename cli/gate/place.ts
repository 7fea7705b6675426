import type { Change } from '../../src/gate/change.js';
import type { Sources } from './sources.js';

/** Where in a file a reader finds what a class of change is about. */
const LOOK: readonly (readonly [RegExp, 'theorems' | 'properties', RegExp])[] = [
  [/^domain/, 'properties', /\bgiven:/],
  [/^control/, 'properties', /\bbreaks:/],
  [/^regime/, 'properties', /\bregimes:/],
  [/^budget/, 'properties', /\b(?:cases|pooled|instances|draws):/],
  [/^allowance/, 'properties', /\ballowance:/],
  [/^hypothesis/, 'theorems', /\bassumes:/],
  [/^source/, 'theorems', /\bsource:/],
  [/^probability/, 'theorems', /\bprobability:/],
  [/^indifference/, 'theorems', /\bindifference:/],
  [/^(?:bound|law|core)/, 'theorems', /\b(?:margins|event|sample)\s*[:(]/],
];

/** The file and line to show beside a claim's gravest change. What is gone is shown at the lock, which says so too. */
export function placeOf(
  claim: string,
  change: Change | undefined,
  sources: Sources,
): { readonly file: string; readonly line: number } {
  const [, folder = 'theorems', pattern = /\bsays:/] = LOOK.find(([kind]) => kind.test(change?.class ?? '')) ?? [];
  const file = `${folder}/${claim}.ts`;
  const text = sources.get(file);
  if (text === undefined) return { file: 'theory.lock.json', line: 1 };
  const index = text.split('\n').findIndex((line) => pattern.test(line));
  return { file, line: Math.max(0, index) + 1 };
}
