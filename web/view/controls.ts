import { batchFamilyExamples } from '../../src/batches/batch-family.js';
import { activationSpellings } from '../../src/network/parse-activation.js';
import { weightLawSpellings } from '../../src/network/parse-weight-law.js';
import { type ExplorerState, LIMITS, runKey } from '../state/explorer-state.js';
import { presets } from '../state/presets.js';
import { element } from './element.js';
import { numberField } from './number-field.js';
import { spelledControl } from './spelled-control.js';

/** What the controls do to the page. */
export interface ControlsUse {
  readonly change: (change: Partial<ExplorerState>) => void;
  /** Another state altogether. */
  readonly begin: (state: ExplorerState) => void;
  readonly complain: (line: string) => void;
}

/** The width that comes back when `infinite` is unticked. */
const FINITE = 1024;

/** Binds the form. Returns what brings it up to date with a state. */
export function controls({ change, begin, complain }: ControlsUse): (state: ExplorerState) => void {
  const preset = element('preset', HTMLSelectElement);
  const shows = element('shows', HTMLElement);
  preset.append(new Option('(your own)', ''), ...presets.map(({ name }, k) => new Option(name, String(k))));
  preset.addEventListener('change', () => {
    const chosen = presets[Number(preset.value)];
    if (preset.value !== '' && chosen !== undefined) begin(chosen.state);
  });

  const flags = (['recenter', 'rescale', 'activate'] as const).map((name) => {
    const box = element(name, HTMLInputElement);
    box.addEventListener('change', () => change({ [name]: box.checked }));
    return { name, box };
  });

  const sizes = (['points', 'depth', 'width'] as const).map((name) => {
    const field = element(name, HTMLInputElement);
    numberField(field, name, LIMITS[name], (value) => change({ [name]: value }), complain);
    return { name, field };
  });
  const infinite = element('infinite', HTMLInputElement);
  infinite.addEventListener('change', () => change({ width: infinite.checked ? Infinity : FINITE }));

  const spelled = (
    [
      ['activation', activationSpellings.map(({ example }) => example)],
      ['weights', weightLawSpellings.map(({ example }) => example)],
      ['data', [...batchFamilyExamples, 'iris']],
    ] as const
  ).map(([name, examples]) => {
    const field = element(`${name}-number`, HTMLInputElement);
    const select = element(name, HTMLSelectElement);
    return {
      name,
      select,
      field,
      control: spelledControl(select, field, examples, (text) => change({ [name]: text })),
    };
  });

  const seed = element('seed', HTMLInputElement);
  seed.addEventListener('change', () => {
    if (seed.value !== '') change({ seed: seed.value });
    else complain('seed: needs a text; came nothing.');
  });

  return (state) => {
    const known = presets.findIndex(({ state: other }) => runKey(state) === runKey(other));
    preset.value = known < 0 ? '' : String(known);
    shows.textContent = presets[known]?.shows ?? 'A run of your own.';
    for (const { name, box } of flags) box.checked = state[name];
    const limit = state.width === Infinity;
    infinite.checked = limit;
    for (const { name, field } of sizes) {
      field.removeAttribute('aria-invalid');
      field.value = name === 'width' && limit ? '' : String(state[name]);
      field.disabled = name === 'width' && limit;
    }
    for (const { name, select, field, control } of spelled) {
      control.show(state[name]);
      // Infinite width has no weights, and a layer without NL no activation.
      const off = (name === 'weights' && limit) || (name === 'activation' && !state.activate);
      select.disabled = off;
      field.disabled = off;
    }
    seed.value = state.seed;
  };
}
