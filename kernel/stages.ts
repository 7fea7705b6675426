import { activateInPlace } from './activations';
import { blockAt, ROWS, STEP_BYTES, STEPS, STRIDE } from './memory';
import { exp } from './portable';

const EXTREME: f64 = 300;

/**
 * Decides what each step multiplies its input by, and returns the scale after all of them: applyStages of src/network/scale,
 * once a layer, because it depends on the scale alone.
 */
export function planScale(steps: i32, logScale: f64): f64 {
  let scale = logScale;
  for (let s = 0; s < steps; s++) {
    const step = STEPS + <usize>s * STEP_BYTES;
    const degree = load<f64>(step, 16);
    let multiplier: f64 = 1;
    if (degree === degree) {
      scale = degree === 0 ? 0 : scale * degree;
    } else {
      const shown = min(EXTREME, max(-EXTREME, scale));
      multiplier = exp(shown);
      const excess = scale - shown;
      const grows = load<i32>(step, 4) & (excess > 0 ? 2 : 1);
      scale = excess !== 0 && grows !== 0 ? excess : 0;
    }
    store<f64>(step, multiplier, 24);
  }
  return scale;
}

/** Applies the steps to the first `rows` rows of the block; rows beyond become zero. */
export function applySteps(points: i32, steps: i32, rows: i32): void {
  const block = blockAt(points);
  const lanes = (rows + 3) & ~3;
  const bytes = (<usize>lanes) << 3;
  for (let s = 0; s < steps; s++) {
    const step = STEPS + <usize>s * STEP_BYTES;
    const code = load<i32>(step);
    const parameter = load<f64>(step, 8);
    const multiplier = load<f64>(step, 24);
    if (multiplier !== 1) {
      for (let i = 0; i < points; i++) multiply(block + <usize>i * STRIDE, bytes, multiplier);
    }
    if (code === 0) recenter(points, block, bytes);
    else if (code === 1) rescale(points, block, bytes);
    else for (let i = 0; i < points; i++) activateInPlace(code, parameter, block + <usize>i * STRIDE, lanes);
  }
  if (rows < ROWS) {
    for (let i = 0; i < points; i++) {
      memory.fill(block + <usize>i * STRIDE + ((<usize>rows) << 3), 0, (<usize>(ROWS - rows)) << 3);
    }
  }
}

function multiply(from: usize, bytes: usize, factor: f64): void {
  const by = f64x2.splat(factor);
  for (let at = from; at < from + bytes; at += 16) v128.store(at, f64x2.mul(v128.load(at), by));
}

/** Subtracts from each row its mean over the points. */
function recenter(points: i32, block: usize, bytes: usize): void {
  const count = f64x2.splat(<f64>points);
  for (let shift: usize = 0; shift < bytes; shift += 32) {
    const start = block + shift;
    const end = start + <usize>points * STRIDE;
    let x = f64x2.splat(0);
    let y = x;
    for (let at = start; at < end; at += STRIDE) {
      x = f64x2.add(x, v128.load(at));
      y = f64x2.add(y, v128.load(at, 16));
    }
    x = f64x2.div(x, count);
    y = f64x2.div(y, count);
    for (let at = start; at < end; at += STRIDE) {
      v128.store(at, f64x2.sub(v128.load(at), x));
      v128.store(at, f64x2.sub(v128.load(at, 16), y), 16);
    }
  }
}

/** Multiplies each row by one over its root-mean-square over the points. */
function rescale(points: i32, block: usize, bytes: usize): void {
  const one = f64x2.splat(1);
  const count = f64x2.splat(<f64>points);
  for (let shift: usize = 0; shift < bytes; shift += 32) {
    const start = block + shift;
    const end = start + <usize>points * STRIDE;
    let x = f64x2.splat(0);
    let y = x;
    for (let at = start; at < end; at += STRIDE) {
      const z = v128.load(at);
      const w = v128.load(at, 16);
      x = f64x2.add(x, f64x2.mul(z, z));
      y = f64x2.add(y, f64x2.mul(w, w));
    }
    x = f64x2.div(one, f64x2.sqrt(f64x2.div(x, count)));
    y = f64x2.div(one, f64x2.sqrt(f64x2.div(y, count)));
    for (let at = start; at < end; at += STRIDE) {
      v128.store(at, f64x2.mul(v128.load(at), x));
      v128.store(at, f64x2.mul(v128.load(at, 16), y), 16);
    }
  }
}
