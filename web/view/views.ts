import type { Frame } from '../run/frame.js';
import type { Places } from '../run/places.js';
import type { Prediction } from '../run/predictions.js';
import type { ExplorerState } from '../state/explorer-state.js';
import { type CurvePlot, drawCurves, type LayerPlot } from './curves.js';
import { element } from './element.js';
import { heatMap } from './heat-map.js';
import { numbersTable } from './numbers.js';
import { drawPlane, type FramePlot } from './plane.js';
import { drawSpectrum } from './spectrum.js';

/** What is known of the run so far. */
export interface RunSoFar {
  readonly frames: readonly Frame[];
  readonly predictions: readonly Prediction[];
  readonly places?: Places;
}

/** All drawings and the table. */
export interface Views {
  /** Draws everything for what is known of the run; to be called when more of it is known, or there is more room. */
  readonly draw: (state: ExplorerState, run: RunSoFar) => void;
  /** Moves what is drawn to the layer of the state. */
  readonly move: (state: ExplorerState, run: RunSoFar) => void;
}

const ratioOf = ({ depth }: ExplorerState): CurvePlot => ({
  name: 'Norm ratio over the layers',
  depth,
  scale: 'log',
  within: [1, 2],
  curves: [{ name: 'ratio', colour: 'var(--ratio)', of: (f) => f.measures.normRatio, predicted: (p) => p.normRatio }],
});

const cosinesOf = ({ depth }: ExplorerState): CurvePlot => ({
  name: 'Cluster cosine and cross cosine over the layers',
  depth,
  scale: 'linear',
  within: [-0.1, 1.05],
  curves: [
    {
      name: 'cluster',
      colour: 'var(--cluster)',
      of: (f) => f.measures.clusterCosine.mean,
      predicted: (p) => p.clusterCosine,
    },
    { name: 'cross', colour: 'var(--cross)', of: (f) => f.measures.crossCosine.mean, predicted: (p) => p.crossCosine },
  ],
});

/** The frame of a layer, or the last there is below it. */
function frameIndex(frames: readonly Frame[], layer: number): number {
  return Math.max(
    0,
    frames.findLastIndex(({ measures }) => measures.layer <= layer),
  );
}

/** Binds the drawings to their places in the page. */
export function views(): Views {
  const host = (id: string): HTMLElement => element(id, HTMLElement);
  const pair = host('pair');
  const heat = heatMap(element('heat', HTMLCanvasElement), host('legend'), (text) => (pair.textContent = text));
  const numbers = numbersTable(host('numbers'));
  let layered: readonly LayerPlot[] = [];
  let plane: FramePlot | undefined;
  let spectrum: ((frame: Frame) => void) | undefined;

  const move = (state: ExplorerState, { frames, predictions }: RunSoFar): void => {
    const index = frameIndex(frames, state.layer);
    const frame = frames[index];
    numbers(frame?.measures, predictions);
    if (frame === undefined) return;
    for (const plot of layered) plot.moveTo(state.layer);
    heat(frame);
    spectrum?.(frame);
    plane?.show(index);
  };
  return {
    move,
    draw: (state, run) => {
      layered = [ratioOf(state), cosinesOf(state)].map((plot, k) =>
        drawCurves(host(k === 0 ? 'ratio' : 'cosines'), plot, run.frames, run.predictions),
      );
      spectrum = drawSpectrum(host('spectrum'), state.points);
      const { places, frames } = run;
      plane = undefined;
      if (places === undefined) host('plane').replaceChildren('After the last layer, whose directions it shows.');
      else {
        const odd = frames.at(-1)?.measures.oddPoint ?? -1;
        plane = drawPlane(host('plane'), { places, points: state.points, odd, lengths: state.lengths });
      }
      move(state, run);
    },
  };
}
