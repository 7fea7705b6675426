import { expm1 } from '../portable/expm1.js';
import { log } from '../portable/log.js';
import type { StreamKey } from './key.js';
import { Stream } from './stream.js';

/**
 * Fills `out` with independent draws of Student's t with nu > 0 degrees of freedom, nu real.
 *
 * Unit scale, not unit variance. A size beyond 1e154 comes out infinite: one draw in 2e15 at nu = 0.1, none from nu = 0.21 on.
 * Source: the polar method, Bailey 1994: u sqrt(nu (w^(-2/nu) - 1) / w) for (u, v) uniform in the disc, w = u² + v².
 */
export function fillStudentT(key: StreamKey, nu: number, out: Float64Array): void {
  const stream = new Stream(key);
  for (let m = 0; m < out.length; m++) out[m] = polarT(stream, nu);
}

function polarT(stream: Stream, nu: number): number {
  for (;;) {
    const u = 2 * stream.uniform() - 1;
    const v = 2 * stream.uniform() - 1;
    const w = u * u + v * v;
    if (w < 1 && w > 0) return u * Math.sqrt((nu * expm1((-2 / nu) * log(w))) / w);
  }
}
