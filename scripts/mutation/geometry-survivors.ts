import type { Excuse } from './excuses.js';
import { BEYOND } from './reasons.js';

const CLUSTER = 'src/geometry/cluster.ts';
const COSINES = 'src/geometry/cosines.ts';
const NORMS = 'src/geometry/norms.ts';
const ODD_POINT = 'src/geometry/odd-point.ts';
const PLANE = 'src/geometry/plane.ts';
const RAYS = 'src/geometry/relu-capacity.ts';
const SPECTRUM = 'src/geometry/spectrum.ts';

/** Mutants that compute the same. */
export const GEOMETRY: readonly Excuse[] = [
  {
    file: CLUSTER,
    original: 'i < points',
    replacements: ['i <= points'],
    because: 'the point too many has no partners, or a sum that is NaN, which is less than nothing',
  },
  {
    file: CLUSTER,
    original: 'odd < 0',
    replacements: ['false'],
    because: 'there is no odd point only where an entry is not finite, and then the cosines are NaN themselves',
  },
  {
    file: CLUSTER,
    original: 'values.some(Number.isNaN)',
    replacements: ['values.every(Number.isNaN)'],
    because:
      'a dead point makes the sum of every row NaN, so that no row is the least and the answer is -1 all the same',
  },
  {
    file: CLUSTER,
    original: '-1',
    replacements: ['+1'],
    because: 'the first sum is below Infinity, so that this beginning is always replaced',
  },
  {
    file: CLUSTER,
    original: 'j !== i',
    replacements: ['true'],
    because: 'adds the cosine of a point with itself, which is 1, to every sum',
  },
  { file: COSINES, original: 'j < cols', replacements: ['j <= cols'], because: BEYOND },
  {
    file: COSINES,
    original: '(square[j] ?? NaN) + y * y',
    replacements: ['(square[j] ?? NaN) - y * y'],
    because: 'the squares enter as products of two, whose signs cancel',
  },
  {
    file: COSINES,
    original: 'point >= 0 && point < factor.cols',
    replacements: ['true', 'point >= 0 || point < factor.cols'],
    because: 'a point that is not there reads beyond the array in its first or last row, and one NaN makes the gap NaN',
  },
  { file: COSINES, original: 'point >= 0', replacements: ['true'], because: 'entry -1 of the array is not there: NaN' },
  {
    file: COSINES,
    original: 'point < factor.cols',
    replacements: ['true', 'point <= factor.cols'],
    because: 'the last row of a point that is not there lies beyond the array: NaN',
  },
  {
    file: NORMS,
    original: 'k - unit < -1200',
    replacements: ['k - unit <= -1200'],
    because: 'a norm times 2^-1200 is 0 either way',
  },
  {
    file: NORMS,
    original: 'k === NO_EXPONENT',
    replacements: ['false'],
    because: 'zeros times any power of two are zeros, and what is not finite gives NaN either way',
  },
  { file: NORMS, original: 'j < cols', replacements: ['j <= cols'], because: BEYOND },
  {
    file: ODD_POINT,
    original: 'norms.length === 0',
    replacements: ['false'],
    because: 'largest and median of no numbers are read beyond an array: NaN',
  },
  {
    file: ODD_POINT,
    original: '{ norms, largest: NaN, median: NaN }',
    replacements: ['{}'],
    because: 'undefined in a comparison and in a quotient does what NaN does',
  },
  {
    file: 'src/geometry/orthogonality-gap.ts',
    original: '!(trace > 0)',
    replacements: ['false'],
    because: 'products over a trace of 0 or NaN are NaN',
  },
  {
    file: 'src/geometry/orthogonality-gap.ts',
    original: 'trace > 0',
    replacements: ['true', 'trace >= 0'],
    because: 'products over a trace of 0 or NaN are NaN',
  },
  { file: PLANE, original: 'i < points', replacements: ['i <= points'], because: BEYOND },
  {
    file: PLANE,
    original: 'Math.abs(b) > Math.abs(a)',
    replacements: ['Math.abs(b) >= Math.abs(a)'],
    because: 'of two entries equally large it is left open which is the largest',
  },
  {
    file: PLANE,
    original: 'largest < 0',
    replacements: ['largest <= 0'],
    because: 'the largest entry of a vector of length 1 is not 0',
  },
  { file: RAYS, original: 'side > 0', replacements: ['side >= 0'], because: 'sides of 0 were left out before' },
  {
    file: RAYS,
    original: 'lines.length === 0',
    replacements: ['false'],
    because: 'a matrix without columns has rank 0',
  },
  {
    file: RAYS,
    original: 'yp === 0',
    replacements: ['false'],
    because:
      'with y_p = 0, equal products would make all of y zero, which was left out before: not parallel either way',
  },
  {
    file: RAYS,
    original: 'Math.sign(xp) * Math.sign(yp)',
    replacements: ['Math.sign(xp) / Math.sign(yp)'],
    because: 'signs are 1 and -1',
  },
  {
    file: SPECTRUM,
    original: 'whole.rows > whole.cols',
    replacements: ['true', 'false', 'whole.rows >= whole.cols', 'whole.rows <= whole.cols'],
    because: 'whether a QR comes first changes the cost, and the singular values by rounding only',
  },
];
