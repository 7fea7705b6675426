import * as Plot from '@observablehq/plot';
import { Html, html } from './html.js';
import { plotSvg } from './plot-svg.js';
import type { RunDocument, StatedClaim } from './run-document.js';
import { SIGNS, type Standing, type Standings } from './standing.js';

const COLOURS: Readonly<Record<Standing, string>> = {
  held: 'var(--held)',
  refuted: 'var(--refuted)',
  untrusted: 'var(--refuted)',
  vacuous: 'var(--undecided)',
  undecided: 'var(--undecided)',
  'not run': 'var(--quiet)',
};

interface Node {
  readonly id: string;
  readonly row: number;
  readonly depth: number;
}

/** Which claim rests on which: a row a claim, further right the more lies below it, and lines to what it uses. */
export function usesSection({ claims: all, verify }: RunDocument, standings: Standings): Html {
  const claims = under(
    all,
    verify.claims.map(({ claim }) => claim),
  );
  const nodes = placed(claims);
  if (nodes.length === 0) return html``;
  const known = new Map(nodes.map((node) => [node.id, node]));
  const links = claims.flatMap(({ id, uses }) =>
    uses.map((used) => ({ from: known.get(used), to: known.get(id), colour: COLOURS[standings.of(used)] })),
  );
  const deepest = Math.max(...nodes.map(({ depth }) => depth));
  const weak = (id: string): string => (standings.weak(id).length > 0 ? ' (rests on what did not hold)' : '');
  const svg = plotSvg('Which claim uses which', {
    width: 860,
    height: nodes.length * 17 + 30,
    marginLeft: 12,
    marginRight: 540,
    style: { fontSize: '12px' },
    x: { axis: null, domain: [0, Math.max(1, deepest)] },
    y: { axis: null, domain: [-0.5, nodes.length - 0.5], reverse: true },
    color: { type: 'identity' },
    marks: [
      Plot.link(links, {
        x1: ({ from }: (typeof links)[number]) => from?.depth ?? NaN,
        y1: ({ from }: (typeof links)[number]) => from?.row ?? NaN,
        x2: ({ to }: (typeof links)[number]) => to?.depth ?? NaN,
        y2: ({ to }: (typeof links)[number]) => to?.row ?? NaN,
        stroke: 'colour',
        strokeOpacity: 0.6,
        curve: 'bump-x',
      }),
      Plot.dot(nodes, { x: 'depth', y: 'row', r: 4, fill: ({ id }: Node) => COLOURS[standings.of(id)] }),
      Plot.text(nodes, {
        x: deepest,
        y: 'row',
        text: ({ id }: Node) => `${SIGNS[standings.of(id)]} ${id}${weak(id)}`,
        textAnchor: 'start',
        dx: 14,
        fill: 'currentColor',
      }),
    ],
  });
  return html`<section id="uses">
    <h2>What rests on what</h2>
    <p>A line leads from a claim to one that uses it, on its right. Claims that stand alone are left out.</p>
    <div class="wide" tabindex="0" role="region" aria-label="What rests on what">${new Html(svg)}</div>
  </section>`;
}

/** The claims with these ids, and whatever they rest on. */
function under(claims: readonly StatedClaim[], ids: readonly string[]): readonly StatedClaim[] {
  const found = claims.filter(({ id }) => ids.includes(id));
  const wanted = [...new Set([...ids, ...found.flatMap(({ uses }) => uses)])];
  return wanted.length === ids.length ? found : under(claims, wanted);
}

/** The claims that use or are used, by chapter and depth. */
function placed(claims: readonly StatedClaim[]): readonly Node[] {
  const stated = new Map(claims.map((claim) => [claim.id, claim]));
  const depthOf = (id: string): number => Math.max(0, ...(stated.get(id)?.uses ?? []).map((used) => 1 + depthOf(used)));
  const used = new Set(claims.flatMap(({ uses }) => uses));
  return claims
    .filter(({ id, uses }) => uses.length > 0 || used.has(id))
    .map(({ id }) => ({ id, chapter: id.split('/')[0] ?? '', depth: depthOf(id) }))
    .toSorted((a, b) => order(a.chapter, b.chapter) || a.depth - b.depth || order(a.id, b.id))
    .map(({ id, depth }, row) => ({ id, row, depth }));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
