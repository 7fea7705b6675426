import { derive, type StreamKey } from './key.js';
import { fillNormals } from './normal.js';

const CHUNK = 64;

/** Standard normals one at a time, for code that does not know how many it needs. */
export class NormalStream {
  private readonly chunk = new Float64Array(CHUNK);
  private used = CHUNK;
  private chunks = 0;

  constructor(private readonly key: StreamKey) {}

  /** The next normal: entry m is entry m mod 64 of `fillNormals(derive(key, floor(m / 64)))`. */
  next(): number {
    if (this.used === CHUNK) {
      fillNormals(derive(this.key, this.chunks++), this.chunk);
      this.used = 0;
    }
    return this.chunk[this.used++] ?? NaN;
  }
}
