import { type Birth, checkBirth } from './birth.js';
import { checkDepthLaw, type DepthLaw } from './depth-law.js';
import { checkMildPoints, type MildPoints } from './mild-points.js';
import { checkNoMildPoints, type NoMildPoints } from './no-mild-points.js';
import { type Absences, checkAbsences } from './no-saddles.js';
import { checkSaddles, type Saddles } from './saddles.js';
import { checkSymmetricState, type SymmetricState } from './symmetric-state.js';
import { checkOddStates, type OddStates } from './odd-states.js';
import { checkOddTail, type OddTail } from './tail.js';

/** What certificates of each kind hold. */
export interface Proofs {
  readonly 'odd-states': OddStates;
  readonly 'odd-tail': OddTail;
  readonly birth: Birth;
  readonly saddles: Saddles;
  readonly 'no-saddles': Absences;
  readonly 'symmetric-state': SymmetricState;
  readonly 'depth-law': DepthLaw;
  readonly 'no-mild-points': NoMildPoints;
  readonly 'mild-points': MildPoints;
}

export type Kind = keyof Proofs;

/** A proof with the name of what it proves. */
export type Proof = { readonly [K in Kind]: { readonly kind: K; readonly proof: Proofs[K] } }[Kind];

/** What a checked certificate establishes, claim by claim: less than the claim where it says less. */
export const CERTIFIED: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  'odd-states': {
    'recenter-relu/odd-point-exists-from-seven':
      'For every n from 7 to 1024 the infinite-width map has an odd-point state, r, rho and tau enclosed to 1e-12, the only one with an angle within 1e-4 of its own; all eigenvalues of the layer there are less than 1 in modulus, r > (n-1)/2, |tau| < 0.07 and rho > 0.47.',
    'recenter-relu/cluster-angle-is-three-pi-over-n': 'At the certified states 2.5 <= e <= 7.2, for 7 <= n <= 1024.',
    'recenter-relu/odd-point-is-nearly-n-minus-one-times-longer':
      'At the certified states 11.5 <= e <= 12.3, for 7 <= n <= 1024.',
    'recenter-relu/odd-point-is-orthogonal-to-third-order':
      'At the certified states 16.4 <= e <= 17.7, for 7 <= n <= 1024.',
    'recenter-relu/odd-point-settles-within-n-layers': 'At the certified states -4.3 <= e <= 1, for 7 <= n <= 1024.',
  },
  'odd-tail': {
    'recenter-relu/odd-point-exists-from-seven':
      'For every n > 1024 the infinite-width map has an odd-point state with the angle 3 pi (1 - 1/n + z/n^2)/n within the cluster after centring, 1.475 <= z <= 1.515, and all eigenvalues of the layer there are less than 1 in modulus.',
    'recenter-relu/cluster-angle-is-three-pi-over-n': 'At the certified states 2.5 <= e <= 7.2, for every n > 1024.',
    'recenter-relu/odd-point-is-nearly-n-minus-one-times-longer':
      'At the certified states 11.5 <= e <= 12.3, for every n > 1024.',
    'recenter-relu/odd-point-is-orthogonal-to-third-order':
      'At the certified states 16.4 <= e <= 17.7, for every n > 1024.',
    'recenter-relu/odd-point-settles-within-n-layers': 'At the certified states -2 <= e <= 1, for every n > 1024.',
  },
  birth: {
    'recenter-relu/odd-point-begins-between-six-and-seven':
      'For one real n* = 6.107075124879... the angle map has one odd state, a double one. For 3 <= n < n* symmetry is its only fixed point, over all of the three-scalar domain; for n* < n <= 6.109375 it has exactly two more, both with a longer odd point.',
    'recenter-relu/odd-point-exists-from-seven':
      'For n = 3, 4, 5 and 6 the three-scalar map has no fixed point but the symmetric one.',
  },
  saddles: {
    'recenter-relu/several-odd-points-are-saddles':
      'For k = 2, 3, 4 and every n from 9, 12, 14 to 128 there is a state with k equal odd points, the only one with an angle within 1e-4 of its own, at which exactly k - 1 eigenvalues of the layer are greater than 1, all equal, and all others are less than 1 in modulus.',
  },
  'no-saddles': {
    'recenter-relu/several-odd-points-are-saddles':
      'For k = 2, 3, 4 and 2k < n < 9, 12, 14 no state has k equal odd points, none of its groups being a single place, whose angle within a group is less than at symmetry: there is none with longer odd points.',
  },
  'symmetric-state': {
    'recenter-relu/symmetric-state-is-stable':
      'For every n >= 3 both rates of the symmetric state lie strictly between 0 and 1.',
    'contrasts/batch-norm-is-stable-at-symmetry':
      'For every n >= 3 both rates of the symmetric state lie strictly between 0 and 1.',
  },
  'depth-law': {
    'relu-depth/angle-shrinks-by-its-square':
      'The inequalities hold at every angle in (0, pi], and that with 0.03776 at every angle in (0, pi/2].',
  },
  'no-mild-points': {
    'contrasts/batch-norm-has-a-mild-odd-point-from-52':
      'For every n from 3 to 51, 1 < R_n(lambda) < lambda for every lambda > 1, and lambda < R_n(lambda) < 1 for every lambda from 0 to 1: the symmetric state is the only fixed point.',
    'contrasts/batch-norm-returns-to-symmetry':
      'For every n from 3 to 51 every batch of one point and n - 1 exchangeable ones, no two of them equal, tends to the symmetric state, at infinite width.',
  },
  'mild-points': {
    'contrasts/batch-norm-has-a-mild-odd-point-from-52':
      'For every n from 52 to 150 R_n has exactly two fixed points besides the symmetric one, enclosed to 1e-8: one between 1 and 0.06 n, where its slope is above 1, and one between 0.06 n and n, where its slope lies between 0 and 1.',
    'contrasts/batch-norm-has-an-outlier-state':
      'For every n from 52 to 150 there is such a state, with a variance ratio between 0.06 n and n.',
    'contrasts/mild-odd-point-needs-a-lead':
      'For every n from 64 to 150, n (lambda_u - 1) - 19.41 lies in [600/n, 1600/n]: a lead falls back below lambda_u, and grows between it and 0.06 n.',
  },
};

/** Whether a proof proves what certificates of its kind say. */
export function proves(certificate: Proof): boolean {
  switch (certificate.kind) {
    case 'odd-states':
      return checkOddStates(certificate.proof);
    case 'odd-tail':
      return checkOddTail(certificate.proof);
    case 'saddles':
      return checkSaddles(certificate.proof);
    case 'no-saddles':
      return checkAbsences(certificate.proof);
    case 'symmetric-state':
      return checkSymmetricState(certificate.proof);
    case 'birth':
      return checkBirth(certificate.proof);
    case 'depth-law':
      return checkDepthLaw(certificate.proof);
    case 'no-mild-points':
      return checkNoMildPoints(certificate.proof);
    case 'mild-points':
      return checkMildPoints(certificate.proof);
  }
}
