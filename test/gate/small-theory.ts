/** A theory of four claims, as files: one of each kind of judge, and one that rests on another. Cheap, and with worlds. */
export const smallTheory: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module", "dependencies": { "fast-check": "4" } }\n',
  'theorems/row.ts': `import { build } from '../src/linalg/matrix.js';
import type { Stage } from '../src/network/stage.js';

export interface Row {
  readonly row: readonly number[];
}

/** What a stage leaves of the sum of a row. */
export function sumAfter(stage: Stage, { row }: Row): number {
  const batch = build<'neuron', 'point'>(1, row.length, (_, i) => row[i] ?? NaN);
  stage.onBatchInto(batch);
  return batch.values.reduce((sum, x) => sum + x, 0);
}
`,
  'theorems/rows/sums-vanish.ts': `import { recenterRelu } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { type Row, sumAfter } from '../row.js';

/** Why: the mean is subtracted from each of n entries. */
export const sumsVanish = theorem<Row>({
  id: 'rows/sums-vanish',
  kind: 'exact',
  says: 'Recentering leaves nothing of the sum of a row, up to a quarter.',
  formula: '|sum_i x_i| <= 1/4',
  source: derived('docs/derivations.md#rows'),
  uses: [],
  assumes: { 'at least two points': ({ row }) => row.length >= 2 },
  layer: () => recenterRelu,
  margins: (instance, layer) => ({ little: 0.25 - Math.abs(sumAfter(layer.recenter, instance)) }),
});
`,
  'theorems/rows/a-row-sums-to-half.ts': `import { recenterRelu } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { type Row, sumAfter } from '../row.js';
import { sumsVanish } from './sums-vanish.js';

export const aRowSumsToHalf = theorem<Row>({
  id: 'rows/a-row-sums-to-half',
  kind: 'exact',
  says: 'The recentred row of every batch sums to a number below one half.',
  formula: 'sum_i x_i <= 1/2',
  source: observed('in every batch that was tried'),
  uses: [sumsVanish],
  assumes: {},
  layer: () => recenterRelu,
  margins: (instance, layer) => ({ below: 0.5 - sumAfter(layer.recenter, instance) }),
});
`,
  'theorems/chance/heads-are-common.ts': `import { recenterRelu } from '../../src/network/layers.js';
import { Stream } from '../../src/random/stream.js';
import { conjecture } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';

export const headsAreCommon = theorem<{ readonly sides: number }>({
  id: 'chance/heads-are-common',
  kind: 'probable',
  says: 'A fair die of four to six sides shows a side above the first more than half of the time.',
  formula: 'P(side > 1) >= 0.7',
  source: conjecture('dice'),
  uses: [],
  assumes: {},
  layer: () => recenterRelu,
  probability: 0.7,
  indifference: 0.2,
  event: ({ sides }, _, key) => ({ heads: new Stream(key).below(sides) >= 1 ? 1 : -1 }),
});
`,
  'theorems/chance/sides-are-fair.ts': `import { recenterRelu } from '../../src/network/layers.js';
import { Stream } from '../../src/random/stream.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';

export const sidesAreFair = theorem<{ readonly sides: number }>({
  id: 'chance/sides-are-fair',
  kind: 'law',
  says: 'Each side of a die comes up equally often.',
  formula: 'P(side = k) = 1/n',
  source: derived('docs/derivations.md#dice'),
  uses: [],
  assumes: {},
  layer: () => recenterRelu,
  law: { of: 'categories', probabilities: ({ sides }) => Array.from({ length: sides }, () => 1 / sides) },
  sample: ({ sides }, _, key) => new Stream(key).below(sides),
});
`,
  'properties/makers.ts': `import fc from 'fast-check';

export const rows = (most = 8) => fc.record({ row: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: most }) });
export const dice = () => fc.record({ sides: fc.integer({ min: 4, max: 6 }) });
`,
  'properties/rows/sums-vanish.ts': `import { keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { sumsVanish } from '../../theorems/rows/sums-vanish.js';
import type { Row } from '../../theorems/row.js';
import { rows } from '../makers.js';

export default evidence<Row>({
  theorem: sumsVanish,
  given: rows(),
  cases: 100,
  allowance: roundoff(() => 200, 'a sum of eight'),
  regimes: { 'two points': ({ row }) => row.length === 2 },
  breaks: {
    'no recentering': { recenter: keep },
    'a sum of one': { instead: { margins: () => ({ little: -0.75 }) } },
  },
});
`,
  'properties/rows/a-row-sums-to-half.ts': `import { keep } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { aRowSumsToHalf } from '../../theorems/rows/a-row-sums-to-half.js';
import type { Row } from '../../theorems/row.js';
import { rows } from '../makers.js';

export default evidence<Row>({
  theorem: aRowSumsToHalf,
  given: rows(8),
  cases: 60,
  allowance: exactly('far from the bound'),
  breaks: { 'no recentering': { recenter: keep } },
});
`,
  'properties/chance/heads-are-common.ts': `import { evidence } from '../../src/theory/claim.js';
import { headsAreCommon } from '../../theorems/chance/heads-are-common.js';
import { dice } from '../makers.js';

export default evidence<{ readonly sides: number }>({
  theorem: headsAreCommon,
  given: dice(),
  pooled: 400,
  instances: 1,
  draws: 400,
  control: 200,
  breaks: { never: { instead: { event: () => ({ heads: -1 }) } } },
});
`,
  'properties/chance/sides-are-fair.ts': `import { evidence } from '../../src/theory/claim.js';
import { sidesAreFair } from '../../theorems/chance/sides-are-fair.js';
import { dice } from '../makers.js';

export default evidence<{ readonly sides: number }>({
  theorem: sidesAreFair,
  given: dice(),
  instances: 2,
  draws: 200,
  control: 400,
  breaks: { 'always the first': { instead: { sample: () => 0 } } },
});
`,
};
