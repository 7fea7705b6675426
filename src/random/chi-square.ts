import { log } from '../portable/log.js';
import { derive, type StreamKey } from './key.js';
import { NormalStream } from './normal-stream.js';
import { Stream } from './stream.js';

/**
 * Draws from chi-square laws, whatever their degrees of freedom: about one normal and one uniform a draw.
 *
 * Source: the gamma law of shape degrees / 2 by Marsaglia and Tsang 2000, exact; one degree of freedom is a squared normal.
 */
export class ChiSquare {
  private readonly normals: NormalStream;
  private readonly uniforms: Stream;

  constructor(key: StreamKey) {
    this.normals = new NormalStream(derive(key, 0));
    this.uniforms = new Stream(derive(key, 1));
  }

  /** The sum of `degrees` squared normals. @param degrees an integer from 1 to 2^53 @throws RangeError for anything else */
  next(degrees: number): number {
    if (!Number.isSafeInteger(degrees) || degrees < 1) {
      throw new RangeError(`ChiSquare: needs a positive integer of degrees of freedom; came ${degrees}.`);
    }
    if (degrees === 1) {
      const x = this.normals.next();
      return x * x;
    }
    const d = degrees / 2 - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normals.next();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      const u = 1 - this.uniforms.uniform(); // in (0, 1]
      if (log(u) < 0.5 * x * x + d * (1 - v + log(v))) return 2 * d * v;
    }
  }
}
