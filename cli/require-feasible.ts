import { BadInput } from './bad-input.js';

/** What decides the cost of a simulation. */
export interface SimulationSize {
  readonly points: number;
  readonly inputs: number;
  readonly width: number;
  readonly depth: number;
  readonly every: number;
  readonly engine: 'chain' | 'direct' | 'limit';
}

/** Bytes of arrays that a simulation may hold at once. */
const MEMORY = 4 * 2 ** 30;
/** Multiplications that a simulation may take: ten days or so. */
const WORK = 1e15;
/** Layers that a report may have: some 60 MB of JSON. */
const LAYERS = 100_000;

/** Refuses a simulation that would run out of memory or of the user's patience. @throws BadInput, which begins with `where` */
export function requireFeasible(
  { points, inputs, width, depth, every, engine }: SimulationSize,
  where = 'simulate',
): void {
  const neurons = engine === 'limit' ? 1 : width; // infinite width costs as much as one neuron that takes all pairs of points
  const batch = 3 * 8 * points * inputs;
  const layers =
    engine === 'direct' ? 2 * 8 * width * Math.max(inputs, width) + 3 * 8 * points * width : 5 * 8 * points ** 2;
  if (batch + layers > MEMORY) {
    throw new BadInput(
      `${where}: needs a simulation of at most ${bytes(MEMORY)} of memory; came ${points} points of ${inputs} features and width ${width} with --engine ${engine}, which take ${bytes(batch + layers)}. ${advice(engine)}`,
    );
  }
  const work = depth * points * neurons * (engine === 'direct' ? Math.max(inputs, width) : points);
  if (work > WORK) {
    throw new BadInput(
      `${where}: needs a simulation of at most ${WORK.toExponential()} multiplications; came depth ${depth}, width ${width} and ${points} points, which take ${work.toExponential(0)}. Ask for a smaller --depth, --width or --points.`,
    );
  }
  if (depth / every > LAYERS) {
    throw new BadInput(
      `--every: needs a report of at most ${LAYERS} layers; came every ${every} of ${depth}. Ask for --every ${Math.ceil(depth / LAYERS)}.`,
    );
  }
}

function advice(engine: SimulationSize['engine']): string {
  return engine === 'direct'
    ? 'Ask for a smaller --width or --inputs.'
    : 'Ask for fewer --points or --inputs (as many as the --width when not given).';
}

/** `4 GiB`, `7.5 TiB`. */
function bytes(count: number): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];
  const k = Math.min(units.length - 1, Math.floor(Math.log2(count) / 10));
  return `${Number((count / 1024 ** k).toPrecision(2))} ${units[k] ?? ''}`;
}
