import { type ArcCosine, arcCosineBetween } from './arc-cosine.js';
import { type BlockGram, squaredNorm } from './block-gram.js';

/** A block matrix and, when one was pushed along, a direction at it. */
export interface Moving {
  readonly gram: BlockGram;
  readonly tangent?: BlockGram;
}

/**
 * Second moments E[phi(z) phi(z)'] of a centred normal z with covariance C, for phi(z) = max(z, 0) + a min(z, 0), with the
 * derivative of C -> E in the direction of the tangent.
 *
 * Entry: (1-a)^2 sqrt(C_ii C_jj) kappa(C_ij / sqrt(C_ii C_jj)) / 2 + a C_ij. A point of zero (or, by rounding, negative)
 * variance keeps the moment 0 and gets the tangent NaN: the kernel is not differentiable there.
 * Source: Cho and Saul 2009; phi(z) = a z + (1-a) max(z, 0) and E[z max(z', 0)] = C_ij / 2
 */
export function rectifiedMoment({ gram, tangent }: Moving, slope: number): Moving {
  const { sizes, own, between } = gram;
  const blocks = sizes.length;
  const bend = ((1 - slope) * (1 - slope)) / 2;
  const moment = emptyLike(sizes);
  // One matrix is one call of an integral with hundreds: nothing is made that is not asked for.
  const moved = tangent && emptyLike(sizes);
  for (let b = 0; b < blocks; b++) {
    const a = squaredNorm(gram, b);
    const da = tangent ? squaredNorm(tangent, b) : 0;
    for (let c = b; c < blocks; c++) {
      const inner = between[b * blocks + c] ?? NaN;
      const dInner = tangent ? (tangent.between[b * blocks + c] ?? NaN) : 0;
      let value = slope * inner;
      let dValue = slope * dInner;
      if (b === c && sizes[b] === 1) {
        value += bend * a;
        dValue += bend * da;
      } else {
        const end = squaredNorm(gram, c);
        const scale = a > 0 && end > 0 ? Math.sqrt(a * end) : 0;
        // In one block 1 - cosine is own / variance, known to full relative accuracy; between blocks it is a difference.
        const below = b === c ? (own[b] ?? NaN) / scale : (scale - inner) / scale;
        const above = (scale + inner) / scale;
        const kernel = scale === 0 ? degenerate : arcCosineBetween(below, above);
        const sine = Math.sqrt(Math.max(0, below * above)) / Math.PI;
        value += bend * scale * kernel.value;
        if (tangent)
          dValue += bend * (kernel.slope * dInner + (scale * sine * (da / a + squaredNorm(tangent, c) / end)) / 2);
        if (b === c) {
          moment.own[b] = bend * scale * kernel.gap + slope * (own[b] ?? NaN);
          const dOwn = tangent ? (tangent.own[b] ?? NaN) : 0;
          // da minus the line above, with the large terms cancelled by hand: turn - sine ~ angle^3 / (6 pi).
          if (moved) moved.own[b] = bend * (dOwn * (1 - sine) + dInner * (kernel.turn - sine)) + slope * dOwn;
        }
      }
      moment.between[b * blocks + c] = moment.between[c * blocks + b] = value;
      if (moved) moved.between[b * blocks + c] = moved.between[c * blocks + b] = dValue;
    }
  }
  return moved ? { gram: moment, tangent: moved } : { gram: moment };
}

const degenerate: ArcCosine = { value: 0, gap: 0, slope: NaN, turn: NaN };

function emptyLike(sizes: readonly number[]): BlockGram {
  return { sizes, own: new Float64Array(sizes.length), between: new Float64Array(sizes.length * sizes.length) };
}
