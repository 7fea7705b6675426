import { explore } from './explore.js';
import type { Frame } from './frame.js';
import type { RunReply, RunRequest } from './messages.js';
import { placesOf } from './places.js';
import { predictions } from './predictions.js';

/** How long a run goes on before the next request is looked for, in ms. */
const SLICE = 40;

let wanted = 0;

addEventListener('message', ({ data }: MessageEvent<RunRequest>) => {
  wanted = data.id;
  void answer(data);
});

async function answer({ id, config }: RunRequest): Promise<void> {
  const start = performance.now();
  try {
    const run = explore(config);
    for (let done = false; !done;) {
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
        reply({ id, kind: 'places', places: placesOf(step.value) });
        done = true;
        break;
      }
      if (!done && frames.length > 0) reply({ id, kind: 'frames', frames });
      await nextTask();
      if (id !== wanted) return;
    }
    reply({ id, kind: 'predictions', predictions: predictions(config.stages, config.points) });
  } catch (error) {
    reply({ id, kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

function reply(message: RunReply): void {
  postMessage(message);
}

/** Lets messages in that came meanwhile. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
