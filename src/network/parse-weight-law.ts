import { sparse } from './sparse.js';
import { parseSpelling, type Spelling } from './spelling.js';
import type { WeightLaw } from './weight-law.js';
import { cauchy, gaussian, orthogonal, rademacher, studentT, uniform } from './weights.js';

const plain = (law: WeightLaw): Spelling<WeightLaw> => ({ example: law.name, make: () => law });

/** Every law of weights, with a way to write it. */
export const weightLawSpellings: readonly Spelling<WeightLaw>[] = [
  ...[gaussian, rademacher, uniform, orthogonal].map(plain),
  { example: 'sparse(0.05)', make: sparse },
  { example: 'student-t(3)', make: studentT },
  plain(cauchy),
];

/** The law that a user's text names: `gaussian`, `sparse(0.05)`. @throws RangeError when it names none */
export function parseWeightLaw(text: string): WeightLaw {
  return parseSpelling('parseWeightLaw', weightLawSpellings, text);
}
