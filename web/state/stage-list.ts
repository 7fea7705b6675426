import type { ExplorerState } from './explorer-state.js';

/** The stages as `--stages` takes them. With none of the three on, the layer is its weights alone, which is `identity`. */
export function stageList({ recenter, rescale, activate, activation }: ExplorerState): string {
  const names = [recenter && 'recenter', rescale && 'rescale', activate && activation].filter((name) => name !== false);
  return names.length === 0 ? 'identity' : names.join(',');
}
