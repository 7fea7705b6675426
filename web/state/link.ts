import { type ExplorerState, LIMITS, opening } from './explorer-state.js';

/** Longer tables stay out of links, which browsers and mail cut: who follows one is asked for the file. */
const LONGEST_TABLE = 60_000;

/** The state as the part of a link behind `#`. What is as at the opening of the page is left out. */
export function toLink(state: ExplorerState): string {
  const link = new URLSearchParams();
  const { table, ...plain } = state;
  for (const [name, value] of Object.entries(plain)) {
    const standard: unknown = Reflect.get(opening, name);
    if (value !== standard) link.set(name, value === Infinity ? 'infinite' : String(value));
  }
  if (table?.name === state.data && table.text.length <= LONGEST_TABLE) link.set('table', table.text);
  return link.toString();
}

/** The state that a link says. @throws RangeError, one line, when it says something else */
export function fromLink(text: string): ExplorerState {
  const link = new URLSearchParams(text.replace(/^#/, ''));
  const state = {
    points: whole(link, 'points', ...LIMITS.points),
    width: link.get('width') === 'infinite' ? Infinity : whole(link, 'width', ...LIMITS.width),
    depth: whole(link, 'depth', ...LIMITS.depth),
    recenter: flag(link, 'recenter'),
    rescale: flag(link, 'rescale'),
    activate: flag(link, 'activate'),
    activation: link.get('activation') ?? opening.activation,
    weights: link.get('weights') ?? opening.weights,
    data: link.get('data') ?? opening.data,
    seed: link.get('seed') ?? opening.seed,
    layer: 0,
    lengths: link.get('lengths') === 'directions' ? ('directions' as const) : ('kept' as const),
  };
  const layer = whole(link, 'layer', 0, state.depth);
  const table = link.get('table');
  return { ...state, layer, ...(table === null ? {} : { table: { name: state.data, text: table } }) };
}

function whole(link: URLSearchParams, name: 'points' | 'width' | 'depth' | 'layer', from: number, to: number): number {
  const text = link.get(name);
  if (text === null) return Math.min(opening[name], to);
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= from && value <= to) return value;
  throw new RangeError(`link: needs a whole number of ${name} from ${from} to ${to}; came "${text}".`);
}

function flag(link: URLSearchParams, name: 'recenter' | 'rescale' | 'activate'): boolean {
  const text = link.get(name);
  if (text === null) return opening[name];
  if (text === 'true' || text === 'false') return text === 'true';
  throw new RangeError(`link: needs true or false as ${name}; came "${text}".`);
}
