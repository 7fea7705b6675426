import type { LayerState } from '../../src/network/network.js';
import { explore } from './explore.js';
import type { Frame } from './frame.js';
import type { RunReply, RunRequest } from './messages.js';
import { type Places, placesOf } from './places.js';
import { predictions } from './predictions.js';
import type { RunConfig } from './run-config.js';

/** How long a run goes on before the next request is looked for, in ms. */
const SLICE = 40;

let wanted = 0;

addEventListener('message', ({ data }: MessageEvent<RunRequest>) => {
  wanted = data.id;
  void answer(data);
});

async function answer({ id, config }: RunRequest): Promise<void> {
  try {
    const batches = await layers(id, config);
    if (batches === undefined) return;
    const places = placesOf(batches);
    if (!(await placed(id, places, 1))) return;
    reply({ id, kind: 'predictions', predictions: predictions(config.stages, config.points) });
    if (await placed(id, places, Infinity)) reply({ id, kind: 'over' });
  } catch (error) {
    reply({ id, kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

/** Runs the network and sends its frames. Undefined when another run is wanted meanwhile. */
async function layers(id: number, config: RunConfig): Promise<readonly LayerState[] | undefined> {
  const start = performance.now();
  const run = explore(config);
  for (;;) {
    const until = performance.now() + SLICE;
    const frames: Frame[] = [];
    while (performance.now() < until) {
      const step = run.next();
      if (step.done !== true) {
        frames.push(step.value);
        continue;
      }
      reply({ id, kind: 'frames', frames });
      reply({ id, kind: 'done', seconds: (performance.now() - start) / 1000 });
      return step.value;
    }
    if (frames.length > 0) reply({ id, kind: 'frames', frames });
    await nextTask();
    if (id !== wanted) return undefined;
  }
}

/** Sends so many more pictures of the plane, or all there are. False when another run is wanted meanwhile. */
async function placed(id: number, places: Iterator<Places | undefined>, most: number): Promise<boolean> {
  let until = performance.now() + SLICE;
  for (let sent = 0; sent < most;) {
    const step = places.next();
    if (step.done === true) return true;
    if (step.value !== undefined) {
      reply({ id, kind: 'places', places: step.value });
      sent += 1;
    }
    if (performance.now() < until) continue;
    await nextTask();
    if (id !== wanted) return false;
    until = performance.now() + SLICE;
  }
  return true;
}

function reply(message: RunReply): void {
  postMessage(message);
}

/** Lets messages in that came meanwhile. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
