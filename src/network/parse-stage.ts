import { activationSpellings } from './parse-activation.js';
import { parseSpelling, type Spelling } from './spelling.js';
import type { Stage } from './stage.js';
import { activate, recenter, rescale } from './stages.js';

const named = (example: string, stage: Stage): Spelling<Stage> => ({ example, make: () => stage });

/** Every stage, with a way to write it: the paper's RC and RS, and NL by the name of the activation. */
const stageSpellings: readonly Spelling<Stage>[] = [
  named('recenter', recenter),
  named('rc', recenter),
  named('rescale', rescale),
  named('rs', rescale),
  ...activationSpellings.map(({ example, make }) => ({ example, make: (number: number) => activate(make(number)) })),
];

/** Stages by name, separated by commas, in the order in which they act: `recenter,rescale,relu`. @throws RangeError */
export function parseStages(text: string): readonly Stage[] {
  return text.split(',').map((name) => parseSpelling('stage', stageSpellings, name));
}
