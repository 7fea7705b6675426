import { activateInPlace } from './activations';
import { addBlock, clearSums, writeSums } from './gram';
import { blockAt, factorAt, IN_PLACE, padded, panelsAt, ROWS, stateAt, STRIDE, stripBytes, stripsAt } from './memory';
import { multiplyRows } from './multiply';
import { fillNormals } from './random';
import { packInto } from './triangular';

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

/**
 * Packs the factor and multiplies the rows of the block by it `times` times. For measurements and tests: in a layer, rows that are
 * multiplied in strips are drawn there, not copied.
 */
export function multiplyBlock(points: i32, times: i32): void {
  packInto(panelsAt(points), factorAt(points), points, 1);
  for (let t = 0; t < times; t++) {
    if (points > IN_PLACE) copyToStrips(points);
    multiplyRows(points, ROWS >> 2);
  }
}

function copyToStrips(points: i32): void {
  for (let i = 0; i < padded(points); i++) {
    const from = blockAt(points) + <usize>i * STRIDE;
    const to = stripsAt(points) + ((<usize>i) << 5);
    for (let s: usize = 0; s < 16; s++) {
      v128.store(to + s * stripBytes(points), v128.load(from + (s << 5)));
      v128.store(to + s * stripBytes(points), v128.load(from + (s << 5), 16), 16);
    }
  }
}

/** The Gram matrix of the rows of the block, each counted `times` times, into the state. For measurements and tests. */
export function sumBlock(points: i32, times: i32): void {
  clearSums(points);
  for (let t = 0; t < times; t++) addBlock(points, ROWS >> 2);
  writeSums(points, stateAt(points));
}
