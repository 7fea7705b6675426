import * as Plot from '@observablehq/plot';
import { Html, html } from './html.js';
import { plotSvg } from './plot-svg.js';
import type { Ablation, RunDocument } from './run-document.js';
import { short } from './short.js';

type Panel = Ablation['panels'][number];

/** The eight subsets of RC, RS and NL on one batch: curves through the layers, and the cosines of all pairs at the last one. */
export function ablationSection({ ablation }: RunDocument): Html {
  const { points, width, depth, data, seed } = ablation;
  return html`<section id="ablation">
    <h2>Which piece does what</h2>
    <p>
      ${points} points (${data}) through ${depth} layers of width ${width}, seed ${JSON.stringify(seed)}: the same batch
      and weights in all eight. <b class="cluster">Cluster cosine</b> and <b class="cross">cross cosine</b> by layer;
      below, all cosines of the last layer, <b class="negative">−1</b> to <b class="positive">1</b>.
    </p>
    <div class="panels">${ablation.panels.map((panel) => figure(panel, ablation))}</div>
  </section>`;
}

function figure(panel: Panel, ablation: Ablation): Html {
  const name = panel.stages.join(', ');
  const last = panel.layers.at(-1);
  return html`<figure>
    <figcaption>${name === 'identity' ? 'W alone' : name}</figcaption>
    ${new Html(curves(panel, ablation))}${new Html(heat(panel, ablation))}
    <small
      >norm ratio ${short(last?.normRatio)}, cluster ${short(last?.clusterCosine)}, cross
      ${short(last?.crossCosine)}</small
    >
  </figure>`;
}

function curves({ stages, layers }: Panel, { depth }: Ablation): string {
  return plotSvg(`Cosines by layer: ${stages.join(', ')}`, {
    width: 250,
    height: 130,
    marginLeft: 32,
    marginRight: 14,
    marginTop: 8,
    marginBottom: 22,
    style: { fontSize: '11px' },
    x: { label: null, domain: [0, depth], ticks: 4 },
    y: { label: null, domain: [-1, 1], ticks: 5, grid: true },
    marks: [
      Plot.line(layers, { x: 'layer', y: 'clusterCosine', stroke: 'var(--cluster)', strokeWidth: 1.8 }),
      Plot.line(layers, { x: 'layer', y: 'crossCosine', stroke: 'var(--cross)', strokeWidth: 1.8 }),
    ],
  });
}

function heat({ stages, cosines }: Panel, { points }: Ablation): string {
  const cells = cosines.map((cosine, m) => ({ cosine, i: Math.floor(m / points), j: m % points }));
  return plotSvg(`Cosines at the last layer: ${stages.join(', ')}`, {
    width: 150,
    height: 150,
    margin: 2,
    padding: 0,
    x: { axis: null },
    y: { axis: null },
    color: { type: 'diverging', scheme: 'PuOr', domain: [-1, 1], reverse: true },
    marks: [Plot.cell(cells, { x: 'j', y: 'i', fill: 'cosine', inset: 0 })],
  });
}
