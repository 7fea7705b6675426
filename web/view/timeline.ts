import { element } from './element.js';

/** Layers a second while playing. */
const SPEED = 40;

/** The slider over the layers and its buttons. */
export interface Timeline {
  readonly show: (layer: number, depth: number) => void;
  readonly stop: () => void;
}

/** Binds the timeline; `go` is told the layer that is wanted. */
export function timeline(go: (layer: number) => void): Timeline {
  const play = element('play', HTMLButtonElement);
  const slider = element('layer', HTMLInputElement);
  const where = element('where', HTMLOutputElement);
  let playing: { readonly since: number; readonly from: number } | undefined;

  const layer = (): number => Number(slider.value);
  const depth = (): number => Number(slider.max);
  const stop = (): void => {
    playing = undefined;
    play.textContent = 'Play';
  };
  const step = (now: number): void => {
    if (playing === undefined) return;
    const next = Math.floor(playing.from + ((now - playing.since) / 1000) * SPEED);
    if (next !== layer()) go(Math.min(next, depth()));
    if (next >= depth()) stop();
    else requestAnimationFrame(step);
  };
  const jump = (to: number): void => {
    stop();
    go(Math.max(0, Math.min(depth(), to)));
  };

  play.addEventListener('click', () => {
    if (playing !== undefined) {
      stop();
      return;
    }
    playing = { since: performance.now(), from: layer() >= depth() ? 0 : layer() };
    play.textContent = 'Pause';
    requestAnimationFrame(step);
  });
  slider.addEventListener('input', () => jump(layer()));
  element('back', HTMLButtonElement).addEventListener('click', () => jump(layer() - 1));
  element('forward', HTMLButtonElement).addEventListener('click', () => jump(layer() + 1));

  return {
    stop,
    show: (at, of) => {
      slider.max = String(of);
      slider.value = String(at);
      where.textContent = `layer ${at} of ${of}`;
      slider.setAttribute('aria-valuetext', where.textContent);
    },
  };
}
