import { fc, suchThat, whole } from 'batch-norm-decomposed/theory';
import { everyPointVaries, LARGEST, type PreActivations, WIDEST } from '../theorems/pre-activations.js';

/** Pre-activations that vary from neuron to neuron. What is thrown away is counted: hardly anything, beyond two neurons. */
export function preActivations(): fc.Arbitrary<PreActivations> {
  const entries = fc.array(whole(-LARGEST, LARGEST), { minLength: 3 * WIDEST, maxLength: 3 * WIDEST });
  return suchThat(fc.record({ width: whole(2, WIDEST), entries }), (z) =>
    Object.values(everyPointVaries).every((holdsFor) => holdsFor(z)),
  );
}
