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
  'RC+ReLU E2': 'stated at infinite width for Gaussian weights; other laws of W symmetric under sign are not tried',
  'RC+ReLU I3':
    'which starts end in which basin is stated for one odd point and an even cluster, for leads below 1/(2n) and from one half on; between them it depends on all of the data',
  'RC+ReLU F3':
    'not confirmed as the notes have it: the claim bounds the distance from the limit on either side, since medians fall above and below',
  'RC+ReLU F5':
    'stated as keeping the configuration for sign, uniform and Student-t(3) weights; orthogonal and 5 % sparse weights are not tried, and that it appears under other laws is not stated',
  'contrasts L1':
    'stated at infinite width (Theorem 1) and as an event (Theorem 5); that its assumption fails almost surely over infinite depth, the slip in its last line and how loose it is are not',
  'contrasts L2': 'the formal theorem was not seen; the limit over infinite depth is stated as an average over layers',
  'contrasts L3':
    'for ReLU, and as linear stability for tanh, sigmoid and other smooth functions; that generic batches of these lead to symmetry is not stated',
  'contrasts A7': 'the expectation is stated as an event of one draw; the bounds on the mean itself are not',
  'contrasts A9': 'second moment and lower edge; third moment and upper edge are not stated',
  'contrasts A9b': 'stated at n^2 and n^2/5 neurons; that the threshold is (n^2 + 4n - 4)/4 is measured only',
  'contrasts B1': 'the finite-width bias of the mean cosine is not stated',
  'contrasts C5':
    'to 30 per cent, as fast as a test can see it; the closed form itself is compared with an integral in test/independent',
  'contrasts D5':
    'infinite width; fluctuations of cosines and norms at finite width, of relative variance about n/d, are not stated',
  'contrasts D6':
    'infinite width, up to three outliers; a network of 64 points and 2048 neurons takes seconds to run to layer 240, and narrower ones have noise as large as the state is mild',
  'contrasts D7':
    'powers of ReLU and the smooth functions of the catalogue; x^3, exp and cos, which it does not have, are not',
  'contrasts E3': 'not the sharper eigenvalue of rows brought to their own norm, nor P >= 2^-d beyond two points',
  'contrasts G2': 'QR against Cholesky; the eigenvalue route and the rule of thumb for choosing are not stated',
};
