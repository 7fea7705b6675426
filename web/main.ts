import type { RunReply } from './run/messages.js';
import { runConfigOf } from './run/run-config.js';
import { Runner } from './run/runner.js';
import { commandOf } from './state/command.js';
import { changed, type ExplorerState, opening, runKey } from './state/explorer-state.js';
import { fromLink, toLink } from './state/link.js';
import { controls } from './view/controls.js';
import { element } from './view/element.js';
import { csvDrop } from './view/csv-drop.js';
import { shareButtons } from './view/share.js';
import { timeline } from './view/timeline.js';
import { type RunSoFar, views } from './view/views.js';

const page = document.documentElement;
const message = element('message', HTMLElement);
const status = element('status', HTMLElement);
const command = element('command', HTMLElement);

/** Links are written when the layer has rested so long, in ms: browsers refuse hundreds a second. */
const REST = 200;

let state: ExplorerState = opening;
let run: RunSoFar = { frames: [], predictions: [] };
let resting: ReturnType<typeof setTimeout> | undefined;
let drawing: number | undefined;

const complain = (line: string): void => {
  message.textContent = line;
};
const all = views();
const layers = timeline((layer) => set({ layer }));
const showForm = controls({ change: set, begin: (next) => begin(next), complain });
const runner = new Runner(hear);

/** A new state. What follows from it is shown at once; what must be computed, as it comes in. */
function set(change: Partial<ExplorerState>): void {
  const next = changed(state, change);
  if (runKey(state) === runKey(next)) {
    const redraw = next.lengths !== state.lengths;
    state = next;
    show();
    if (redraw) drawSoon();
    else all.move(state, run);
    return;
  }
  begin(next);
}

function begin(next: ExplorerState): void {
  layers.stop();
  state = next;
  run = { frames: [], predictions: [] };
  message.textContent = '';
  status.textContent = 'Running …';
  page.dataset['run'] = 'running';
  show();
  runner.start(runConfigOf(state));
}

/** Brings all but the drawings up to date. */
function show(): void {
  showForm(state);
  layers.show(state.layer, state.depth);
  element('directions', HTMLInputElement).checked = state.lengths === 'directions';
  command.textContent = commandOf(state);
  clearTimeout(resting);
  resting = setTimeout(() => history.replaceState(null, '', `#${toLink(state)}`), REST);
}

function hear(reply: RunReply): void {
  if (reply.kind === 'failed') {
    complain(reply.message);
    status.textContent = '';
    page.dataset['run'] = 'failed';
    run = { frames: [], predictions: [] };
  } else if (reply.kind === 'frames') {
    run = { ...run, frames: [...run.frames, ...reply.frames] };
    status.textContent = `${run.frames.at(-1)?.measures.layer ?? 0} of ${state.depth} layers`;
  } else if (reply.kind === 'done') {
    status.textContent = `${state.depth} layers in ${reply.seconds.toFixed(2)} s`;
  } else if (reply.kind === 'places') {
    run = { ...run, places: reply.places };
  } else if (reply.kind === 'predictions') {
    run = { ...run, predictions: reply.predictions };
  } else {
    page.dataset['run'] = 'ready';
  }
  drawSoon();
}

/** Draws once for all that comes in before the next frame of the screen. */
function drawSoon(): void {
  drawing ??= requestAnimationFrame(() => {
    drawing = undefined;
    all.draw(state, run);
  });
}

/** Goes to what a link says, or says why it cannot. */
function follow(link: string): void {
  try {
    begin(fromLink(link));
  } catch (error) {
    begin(opening);
    complain(error instanceof Error ? error.message : String(error));
  }
}

element('directions', HTMLInputElement).addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement) set({ lengths: target.checked ? 'directions' : 'kept' });
});
shareButtons({ link: () => new URL(`#${toLink(state)}`, location.href).href, command: () => commandOf(state) });
csvDrop((table, rows) => set({ data: table.name, table, points: Math.min(state.points, rows) }), complain);
// The address asked for, not the one there is: the link of the last state may have been written between the two.
addEventListener('hashchange', ({ newURL }) => {
  const { hash } = new URL(newURL);
  if (hash.slice(1) !== toLink(state)) follow(hash);
});
let room = document.body.clientWidth;
new ResizeObserver(() => {
  if (document.body.clientWidth === room) return; // the height changes with every drawing
  room = document.body.clientWidth;
  drawSoon();
}).observe(document.body);
follow(location.hash);
