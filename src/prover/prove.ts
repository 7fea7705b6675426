import { proveBirth } from './birth.js';
import { proveDepthLaw } from './depth-law.js';
import { proveMildPoints, proveNoMildPoints } from './lead.js';
import { proveNoSaddles, proveSaddles } from './saddles.js';
import { proveSymmetricState } from './symmetric-state.js';
import { proveOddStates, proveOddTail } from './odd-states.js';

/** How to find each kind of proof. What is found is not believed: the checker, which shares no code with this, decides. */
export const PROVERS = {
  'odd-states': proveOddStates,
  'odd-tail': proveOddTail,
  birth: proveBirth,
  saddles: proveSaddles,
  'no-saddles': proveNoSaddles,
  'symmetric-state': proveSymmetricState,
  'depth-law': proveDepthLaw,
  'no-mild-points': proveNoMildPoints,
  'mild-points': proveMildPoints,
} as const;
