import { exp } from '../portable/exp.js';
import { log } from '../portable/log.js';

const LAYERS = 256;
/** Where the tail starts, and the area of each of 256 equal layers of exp(-x^2/2): the root of "the top layer closes", to 25 digits. */
const TAIL = 3.654152885361009;
const AREA = 0.004928673233974655;
const UNIT = 1.1102230246251565e-16; // 2^-53

/** Right edge of each layer, in units of 2^-53, with both signs: entry 2j is +, 2j + 1 is -. A signed table beats a branch on the sign. */
const signedWidth = new Float64Array(2 * LAYERS);
/** A 53-bit magnitude below this lies inside the layer above too: accepted without looking at the density. */
const inside = new Float64Array(LAYERS);
/** Density at the right edge of each layer. */
const height = new Float64Array(LAYERS + 1);

{
  const edge = new Float64Array(LAYERS + 1);
  edge[0] = AREA / exp(-0.5 * TAIL * TAIL); // layer 0 is a rectangle of the same area as the base strip with its tail
  edge[1] = TAIL;
  for (let j = 1; j < LAYERS; j++) {
    const x = edge[j] ?? NaN;
    const y = exp(-0.5 * x * x) + AREA / x;
    edge[j + 1] = j === LAYERS - 1 ? 0 : Math.sqrt(-2 * log(y));
  }
  for (let j = 0; j < LAYERS; j++) {
    const x = edge[j] ?? NaN;
    const next = edge[j + 1] ?? NaN;
    signedWidth[2 * j] = x * UNIT;
    signedWidth[2 * j + 1] = -x * UNIT;
    inside[j] = Math.floor((next / x) * 9007199254740992);
    height[j] = exp(-0.5 * x * x);
  }
  height[LAYERS] = 1;
}

/**
 * The tables of the ziggurat, 256 layers: shared by `fillNormals` and the WebAssembly kernel, so that both make the same normals.
 *
 * Source: Marsaglia and Tsang 2000.
 */
export const ziggurat = { TAIL, signedWidth, inside, height } as const;
