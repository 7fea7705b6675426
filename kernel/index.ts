import { activateInPlace } from './activations';
import { blockAt } from './memory';
import { fillNormals } from './random';

export { blockAt, bytesFor, factorAt, stateAt } from './memory';
export { factorLayers } from './factor-layers';
export { factorise, gramLayers } from './layers';
export { wideSteps } from './wide-step';

/** fillNormals of src/random: 64 normals for each of `count` points, into the block. */
export function normals(points: i32, count: i32, keyHigh: u32, keyLow: u32): void {
  fillNormals(((<u64>keyHigh) << 32) | (<u64>keyLow), points, count);
}

/** Applies one activation to the first `count` numbers of the block, an even count. */
export function activate(points: i32, code: i32, parameter: f64, count: i32): void {
  activateInPlace(code, parameter, blockAt(points), count);
}
