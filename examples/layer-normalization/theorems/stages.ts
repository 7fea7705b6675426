import { activate, type Batch, type Layer, NoClosedForm, parseActivation, type Stage } from 'batch-norm-decomposed';

/** The activations of one point, changed in place. Shape: one number a neuron. */
type OnPoint = (point: Float64Array) => void;

/** A stage that acts on every point by itself, where those of batch normalisation act on every neuron. */
function onPoints(name: string, degree: number, act: OnPoint): Stage {
  return {
    name,
    degree,
    onBatchInto: ({ cols: points, values }: Batch) => {
      for (let i = 0; i < points; i++) {
        const point = values.filter((_, m) => m % points === i);
        act(point);
        for (const [k, x] of point.entries()) values[k * points + i] = x;
      }
    },
    onRows: () => {
      throw new NoClosedForm(`${name}: the law of one neuron does not determine it. Take a finite width.`);
    },
  };
}

const mean = (numbers: Float64Array): number => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;

/** Subtracts from each point the mean over its neurons. */
const centrePoint = onPoints('centre point', 1, (point) => {
  const centre = mean(point);
  for (const [k, x] of point.entries()) point[k] = x - centre;
});

/** Divides each point by the root-mean-square over its neurons. A point at the origin becomes NaN: no epsilon hides it. */
const scalePoint = onPoints('scale point', 0, (point) => {
  const scale = Math.sqrt(mean(point.map((x) => x * x)));
  for (const [k, x] of point.entries()) point[k] = x / scale;
});

/** Layer normalisation, then ReLU. */
export const layerNormRelu: Layer = {
  recenter: centrePoint,
  rescale: scalePoint,
  activate: activate(parseActivation('relu')),
};
