import type { NoteId } from '../src/theory/notes.js';

/** Of the theory notes, what no claim covers, and why. */
export const UNCOVERED: Partial<Readonly<Record<NoteId, string>>> = {
  'contrasts L6':
    'abstract only: read as exact rank it contradicts rank/wide-relu-rank-counts-rays, and what else it may mean the abstract does not say',
  'contrasts D0':
    'a method, not a claim: how src/limit integrates rows after rescaling; test/limit/rescaling.test.ts compares it with closed forms',
};

/** Of ids that claims cover, the parts that no claim states, and why where there is more to say than that. */
export const PARTLY: Partial<Readonly<Record<NoteId, string>>> = {
  'RC+ReLU I3':
    'which starts end in which basin is stated for one odd point and an even cluster, for leads below 1/(2n) and from one half on; between them it depends on all of the data',
  'RC+ReLU F3':
    'not confirmed as the notes have it: the claim bounds the distance from the limit on either side, since medians fall above and below',
  'RC+ReLU F5':
    'sparse weights are stated at 25 % of 48 inputs, twelve entries a neuron, as 5 % of 256 are; a network of that width takes a second to draw',
  'contrasts L1':
    'a slip of a factor 2 in the last line of its appendix is not a claim: the line contradicts the theorem that it proves',
  'contrasts L2': 'the formal theorem was not seen; the limit over infinite depth is stated as an average over layers',
  'contrasts L3':
    'for ReLU, and as linear stability for tanh, sigmoid and other smooth functions; that generic batches of these lead to symmetry is not stated',
  'contrasts C5':
    'to 30 per cent, as fast as a test can see it; the closed form itself is compared with an integral in test/independent',
  'contrasts D6':
    'infinite width, up to three outliers; a network of 64 points and 2048 neurons takes seconds to run to layer 240, and narrower ones have noise as large as the state is mild',
  'contrasts D7':
    'powers of ReLU and the smooth functions of the catalogue; x^3, exp and cos, which it does not have, are not',
  'contrasts E3': 'the eigenvalue of rows brought to their own norm is in closed form for orthogonal points only',
  'contrasts G2': 'the rule of thumb for choosing is advice; src/chain/chain-mode.ts follows it',
};
