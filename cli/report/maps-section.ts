import { clusterGap } from '../plot/cluster-gap.js';
import { hittingTime } from '../plot/hitting-time.js';
import { phase } from '../plot/phase.js';
import { readTable } from '../plot/read-table.js';
import { MEASURES } from '../../src/sweep/measures.js';
import { Html, html } from './html.js';
import type { RunDocument, SweepMap } from './run-document.js';

/** The tables of sweeps that came with the run, each drawn as its measures are: phase diagrams and curves. */
export function mapsSection({ maps }: RunDocument): Html {
  if (maps.length === 0) return html``;
  return html`<section id="maps">
    <h2>Maps</h2>
    <p>Estimates from random networks, from tables that came with this run; their draws are not part of it.</p>
    ${maps.flatMap((map) => pictures(map).map((picture) => html`<figure>${picture}</figure>`))}
  </section>`;
}

/** A table for the page, drawn once to see whether it can be. @throws BadInput, before a run of minutes */
export async function readMap(file: string): Promise<SweepMap> {
  const map = { file, rows: await readTable(file) };
  pictures(map);
  return map;
}

function pictures({ file, rows }: SweepMap): readonly Html[] {
  const several = new Set(rows.map(({ width }) => width)).size > 1;
  return [...new Set(rows.map(({ measure }) => measure))].map((measure) => {
    const svg = {
      'odd-event': () => phase(rows, 'odd-event', several ? 'width' : 'stages'),
      'far-event': () => phase(rows, 'far-event', several ? 'width' : 'stages'),
      'hitting-time': () => hittingTime(rows, 'points'),
      'cluster-cosine': () => clusterGap(rows),
    }[measure]();
    return html`<figcaption>${file}: ${MEASURES[measure].says}</figcaption>
      <div class="wide">${new Html(svg)}</div>`;
  });
}
