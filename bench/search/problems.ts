import { otherFaults } from './other-faults.js';
import type { Planted } from './planted.js';
import { thinRegions } from './thin-regions.js';
import { variants } from './variants.js';
import { wrongConstants } from './wrong-constants.js';

export const problems: readonly Planted[] = [...thinRegions, ...variants, ...wrongConstants, ...otherFaults];
