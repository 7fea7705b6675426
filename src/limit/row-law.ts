import { type BlockGram, centred } from './block-gram.js';
import { NoClosedForm } from './no-closed-form.js';
import { radialAverage } from './radial-average.js';
import { type Moving, rectifiedMoment } from './rectified-moment.js';

/**
 * The law of one neuron's pre-activations over the batch, in the limit of infinite width: what a stage acts on.
 *
 * - `gaussian`: centred normal with this covariance.
 * - `unit`: such a normal vector divided by its root-mean-square over the batch.
 * - `moment`: only the second moments are known (what is left after a non-linearity).
 *
 * `tangent`, when present, is a direction in the space of covariances that the stages push forward along with it.
 */
export interface RowLaw {
  readonly kind: 'gaussian' | 'unit' | 'moment';
  readonly covariance: BlockGram;
  readonly tangent?: BlockGram;
}

/** Recentering: C becomes PCP. @throws NoClosedForm after rescaling, where the scale has used the mean already */
export function recenterRows({ kind, covariance, tangent }: RowLaw): RowLaw {
  if (kind === 'unit') {
    throw new NoClosedForm(
      'infinite width: needs recentering before rescaling in a layer; came after. Swap the two, or simulate at finite width.',
    );
  }
  return lawOf(
    kind,
    tangent ? { gram: centred(covariance), tangent: centred(tangent) } : { gram: centred(covariance) },
  );
}

/** Rescaling: a normal row moves to the sphere of radius sqrt n. Twice is once. @throws NoClosedForm after a non-linearity */
export function rescaleRows(law: RowLaw): RowLaw {
  if (law.kind === 'moment') {
    throw new NoClosedForm(
      'infinite width: needs rescaling before the non-linearity of a layer; came after. Swap the two, or simulate at finite width.',
    );
  }
  return { ...law, kind: 'unit' };
}

/**
 * The non-linearity max(z, 0) + slope min(z, 0). Slope 1 is the identity and leaves the law as it is.
 *
 * @throws NoClosedForm after another non-linearity
 */
export function rectifyRows(law: RowLaw, slope: number): RowLaw {
  if (slope === 1) return law;
  if (law.kind === 'moment') {
    throw new NoClosedForm(
      'infinite width: needs at most one non-linearity a layer; came a second one. Leave it out, or simulate at finite width.',
    );
  }
  return lawOf(
    'moment',
    law.kind === 'unit' ? radialAverage(movingOf(law), slope) : rectifiedMoment(movingOf(law), slope),
  );
}

/** The end of a layer: inner products of the points per neuron, which is the covariance of the next layer's rows. */
export function secondMoment(law: RowLaw): Moving {
  return law.kind === 'unit' ? radialAverage(movingOf(law), 1) : movingOf(law);
}

function movingOf({ covariance, tangent }: RowLaw): Moving {
  return tangent ? { gram: covariance, tangent } : { gram: covariance };
}

function lawOf(kind: RowLaw['kind'], { gram, tangent }: Moving): RowLaw {
  return tangent ? { kind, covariance: gram, tangent } : { kind, covariance: gram };
}
