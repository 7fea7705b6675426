import * as Plot from '@observablehq/plot';
import type { Frame } from '../run/frame.js';

/** Purple to orange through white: the same to red-green blindness. */
const COLOURS = { type: 'diverging', scheme: 'PuOr', domain: [-1, 1], reverse: true } as const;
const STEPS = 256;

/** Draws the cosines of all pairs, a pixel each; `read` is told the cell under the pointer. */
export function heatMap(
  canvas: HTMLCanvasElement,
  legend: HTMLElement,
  read: (text: string) => void,
): (frame: Frame) => void {
  const palette = paletteOf();
  const key = Plot.legend({
    color: { ...COLOURS, label: 'cosine' },
    width: 280,
    height: 44,
    marginLeft: 14,
    marginRight: 14,
  });
  key.setAttribute('aria-hidden', 'true'); // the label of the canvas says it
  legend.replaceChildren(key);
  let shown: Frame | undefined;
  canvas.addEventListener('pointermove', ({ offsetX, offsetY }) => {
    if (shown === undefined) return;
    const n = shown.measures.points;
    const cell = (at: number, size: number): number => Math.max(0, Math.min(n - 1, Math.floor((at / size) * n)));
    const [i, j] = [cell(offsetY, canvas.clientHeight), cell(offsetX, canvas.clientWidth)];
    read(`Points ${i} and ${j}: ${(shown.cosines[i * n + j] ?? NaN).toFixed(4)}`);
  });
  return (frame) => {
    shown = frame;
    const n = frame.measures.points;
    if (canvas.width !== n) canvas.width = canvas.height = n;
    const context = canvas.getContext('2d');
    if (context === null) return;
    const image = context.createImageData(n, n);
    const pixels = new Uint32Array(image.data.buffer);
    frame.cosines.forEach((cosine, m) => {
      pixels[m] = palette[Math.round(((cosine + 1) / 2) * (STEPS - 1))] ?? 0; // NaN: transparent
    });
    context.putImageData(image, 0, 0);
  };
}

/** The colours of -1 to 1 as the pixels of a canvas have them, read back from one. */
function paletteOf(): Uint32Array {
  const scale = Plot.scale({ color: COLOURS });
  const canvas = document.createElement('canvas');
  canvas.width = STEPS;
  canvas.height = 1;
  const context = canvas.getContext('2d');
  if (context === null) return new Uint32Array(STEPS);
  for (let k = 0; k < STEPS; k++) {
    context.fillStyle = String(scale.apply((2 * k) / (STEPS - 1) - 1));
    context.fillRect(k, 0, 1, 1);
  }
  return new Uint32Array(context.getImageData(0, 0, STEPS, 1).data.buffer);
}
