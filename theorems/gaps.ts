import type { NoteId } from '../src/theory/notes.js';

/** Of the theory notes, what no claim covers, and why. Nothing at present. */
export const UNCOVERED: Partial<Readonly<Record<NoteId, string>>> = {};

/** Of ids that claims cover, the parts that no claim states, and why where there is more to say than that. */
export const PARTLY: Partial<Readonly<Record<NoteId, string>>> = {
  'contrasts L2':
    'its theorem was seen only as its authors tell it in words, without constants; the limit over infinite depth is stated as an average over layers',
  'contrasts L6':
    'only its abstract was seen, so only one reading is judged, and refuted as a control: that it counts the exact rank. What else it may mean the abstract does not say',
};

/** Where a note is wrong: the claim that states what is true, and what the note has in its place. */
export const CORRECTED: Partial<Readonly<Record<NoteId, { readonly claim: string; readonly wrong: string }>>> = {
  'RC+ReLU F3': {
    claim: 'recenter-relu/cluster-of-32-points-is-tight-at-width-256',
    wrong:
      'the notes have the mean cosine 0.88 for 32 points at width 256; it is within 0.05 of the 0.96 of infinite width',
  },
};

/** Of ids that claims cover, what is left because it says nothing that could be true or false of a network. */
export const BESIDE: Partial<Readonly<Record<NoteId, string>>> = {
  'contrasts L1': 'the last line of its appendix is a factor 2 off the theorem that it proves: a misprint',
};
