import { Matrix } from 'ml-matrix';
import seedrandom from 'seedrandom';
import { build } from '../src/linalg/matrix.js';
import { type Contender, here } from './contender.js';
import { OBVIOUS } from './peers.js';

/** The obvious way: ml-matrix for the product, seedrandom with Box-Muller for the weights, every W in full. */
export const obvious: Contender = here(OBVIOUS, ({ points, width, layers, seed }) => {
  const uniform = seedrandom(String(seed));
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const draw = (rows: number, cols: number): Matrix => {
    const m = new Matrix(rows, cols);
    for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) m.set(i, j, normal());
    return m;
  };
  let x = draw(width, points);
  for (let t = 0; t < layers; t++) {
    const z = draw(width, width).mmul(x);
    z.subColumnVector(z.mean('row'));
    for (let i = 0; i < width; i++) for (let j = 0; j < points; j++) z.set(i, j, Math.max(z.get(i, j), 0));
    x = z.mul(Math.sqrt(points) / z.norm('frobenius'));
  }
  return build<'neuron', 'point'>(width, points, (i, j) => x.get(i, j));
});
