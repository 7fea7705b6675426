import type { NoteId } from '../src/theory/notes.js';

/** Of the theory notes, what no claim covers, and why. */
export const UNCOVERED: Partial<Readonly<Record<NoteId, string>>> = {
  'contrasts L6':
    'abstract only: read as exact rank it contradicts rank/wide-relu-rank-counts-rays, and what else it may mean the abstract does not say',
};

/** Of ids that claims cover, the parts that no claim states, and why where there is more to say than that. */
export const PARTLY: Partial<Readonly<Record<NoteId, string>>> = {
  'RC+ReLU F3':
    'its numbers do not come out: the notes have 0.88 for 32 points at width 256, and the claims 0.96, as at infinite width',
  'contrasts L1':
    'that the last line of its appendix is a factor 2 off the theorem that it proves is a misprint, and says nothing of networks',
  'contrasts L2': 'the formal theorem was not seen; the limit over infinite depth is stated as an average over layers',
};
