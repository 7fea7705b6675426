import { everyOf } from './every.js';
import type { ExplorerState } from './explorer-state.js';
import { stageList } from './stage-list.js';

/** The command that gives the same run, with the same numbers, in a terminal. */
export function commandOf(state: ExplorerState): string {
  const infinite = state.width === Infinity;
  const options: readonly (readonly [string, string])[] = [
    ['points', String(state.points)],
    ['width', infinite ? 'infinite' : String(state.width)],
    ['depth', String(state.depth)],
    ['stages', stageList(state)],
    ...(infinite || state.weights === 'gaussian' ? [] : [['weights', state.weights] as const]),
    ['data', state.data],
    ['seed', state.seed],
    ...(everyOf(state) === 1 ? [] : [['every', String(everyOf(state))] as const]),
  ];
  return `npx bnd simulate ${options.map(([name, value]) => `--${name} ${quoted(value)}`).join(' ')}`;
}

/** For a shell: as it is when that is safe, else between single quotes. */
function quoted(value: string): string {
  return /^[\w.,/:+-]+$/.test(value) && !value.startsWith('-') ? value : `'${value.replaceAll("'", "'\\''")}'`;
}
