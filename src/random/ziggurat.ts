import { exp } from '../portable/exp.js';
import { log } from '../portable/log.js';

const LAYERS = 512;
/** Where the tail starts, and the area of each of 512 equal layers of exp(-x^2/2): the root of "the top layer closes", to 25 digits. */
const TAIL = 3.852046150368391;
const AREA = 0.002456766351541356;

/** Right edge of each layer. */
const edge = new Float64Array(LAYERS);
/** A share of a layer whose square is below this lies inside the layer above too: accepted without looking at the density. */
const inside = new Float64Array(LAYERS);
/** Density at the right edge of each layer. */
const height = new Float64Array(LAYERS + 1);

{
  edge[0] = AREA / exp(-0.5 * TAIL * TAIL); // layer 0 is a rectangle of the same area as the base strip with its tail
  edge[1] = TAIL;
  for (let j = 0; j < LAYERS; j++) {
    const x = edge[j] ?? NaN;
    height[j] = exp(-0.5 * x * x);
    if (j > 0 && j + 1 < LAYERS) edge[j + 1] = Math.sqrt(-2 * log((height[j] ?? NaN) + AREA / x));
    const share = (edge[j + 1] ?? 0) / x;
    inside[j] = share * share;
  }
  height[LAYERS] = 1;
}

/**
 * The tables of the ziggurat, 512 layers: shared by `fillNormals` and the WebAssembly kernel, so that both make the same normals.
 *
 * Source: Marsaglia and Tsang 2000.
 */
export const ziggurat = { TAIL, edge, inside, height } as const;
