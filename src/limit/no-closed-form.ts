/** An infinite-width law was asked for that no closed form gives. The message says where, what is needed, what came, what to do. */
export class NoClosedForm extends RangeError {
  override readonly name = 'NoClosedForm';
}
