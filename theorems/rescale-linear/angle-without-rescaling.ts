import { at, build } from '../../src/linalg/matrix.js';
import { linear } from '../../src/network/layers.js';
import { ChiSquare } from '../../src/random/chi-square.js';
import { derive } from '../../src/random/key.js';
import { NormalStream } from '../../src/random/normal-stream.js';
import { derived } from '../../src/theory/source.js';
import { type LawTheorem, theorem } from '../../src/theory/theorem.js';
import { pivot, sent } from '../linear-network.js';

/** Two points by the cotangent of their angle, in as many coordinates as a layer has neurons. */
export interface LinearPair {
  readonly cotangent: number;
  readonly width: number;
  readonly depth: number;
}

/** The recursion with given degrees of freedom above and below, so that false ones can be put in their place. */
export function recursion(
  above: (width: number) => number,
  below: (width: number) => number,
): Pick<LawTheorem<LinearPair>, 'law'> {
  return {
    law: {
      of: 'same',
      other: ({ cotangent, width, depth }, _, key) => {
        const [chi, normals] = [new ChiSquare(derive(key, 0)), new NormalStream(derive(key, 1))];
        let c = cotangent;
        for (let t = 0; t < depth; t++) {
          const parallel = c * Math.sqrt(chi.next(above(width))) + normals.next();
          c = parallel / Math.sqrt(chi.next(below(width)));
        }
        return c;
      },
    },
  };
}

/**
 * Why: along the image of x the image of y is |y| cos |Wx|/|x| plus an independent normal, across it |y| sin times a chi of d - 1
 * degrees. Since E ln(chi2_d/chi2_(d-1)) > 0 the cotangent grows: ln sin^2 falls by psi(d/2) - psi((d-1)/2) > 1/d a layer on average.
 */
export const angleWithoutRescaling = theorem<LinearPair>({
  id: 'rescale-linear/angle-without-rescaling',
  kind: 'law',
  says: 'Without rescaling, the cotangent of the angle of two points in a linear network of width d is a random affine recursion, so that ln sin^2 of the angle falls by psi(d/2) - psi((d-1)/2) a layer on average: finite width alone collapses a pair.',
  formula: String.raw`\cot\theta' \sim \frac{\chi_d \cot\theta + N}{\chi_{d-1}},\quad E \ln \sin^2\theta_L = \ln\sin^2\theta_0 - L\big(\psi(\tfrac d2) - \psi(\tfrac{d-1}2)\big)`,
  source: derived('docs/derivations.md#angle-in-linear-layers'),
  covers: ['contrasts A13'],
  uses: [],
  assumes: { 'two neurons': ({ width }) => width >= 2, 'a layer': ({ depth }) => depth >= 1 },
  layer: () => linear,
  ...recursion(
    (width) => width,
    (width) => width - 1,
  ),
  sample: ({ cotangent, width, depth }, layer, key) => {
    const input = build<'neuron', 'point'>(width, 2, (k, j) =>
      k === 0 ? (j === 0 ? 1 : cotangent) : k === 1 && j === 1 ? 1 : 0,
    );
    const end = sent(input, layer, depth, key);
    // Across the first point the factor has no sign; the law is symmetric there, since the normals are.
    return at(end.factor, 0, 1) / pivot(end, 1);
  },
});
