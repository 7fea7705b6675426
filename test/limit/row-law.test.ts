import { describe, expect, it } from 'vitest';
import { blockGram } from '../../src/limit/block-gram.js';
import { NoClosedForm } from '../../src/limit/no-closed-form.js';
import { recenterRows, rectifyRows, rescaleRows, type RowLaw, secondMoment } from '../../src/limit/row-law.js';

const covariance = blockGram([1, 2], [0, 1], [3, 0.5, 0.5, 1]);
const law = (kind: RowLaw['kind']): RowLaw => ({ kind, covariance });

describe('the law of a row', () => {
  it('becomes a point on the sphere by rescaling, once and for all', () => {
    const unit = rescaleRows(law('gaussian'));
    expect(unit.kind).toBe('unit');
    expect(rescaleRows(unit)).toEqual(unit);
  });

  it('is left alone by the slope 1', () => {
    for (const kind of ['gaussian', 'unit', 'moment'] as const) expect(rectifyRows(law(kind), 1)).toEqual(law(kind));
  });

  it('is known by its second moments after a non-linearity', () => {
    expect(rectifyRows(law('gaussian'), 0).kind).toBe('moment');
    expect(rectifyRows(law('unit'), 0.5).kind).toBe('moment');
    expect(secondMoment(law('moment')).gram).toBe(covariance);
    expect(secondMoment(law('gaussian')).gram).toBe(covariance);
  });

  it('says what has no closed form, and what to do instead', () => {
    expect(() => recenterRows(law('unit'))).toThrow(
      new NoClosedForm(
        'infinite width: needs recentering before rescaling in a layer; came after. Swap the two, or simulate at finite width.',
      ),
    );
    expect(() => rescaleRows(law('moment'))).toThrow(
      new NoClosedForm(
        'infinite width: needs rescaling before the non-linearity of a layer; came after. Swap the two, or simulate at finite width.',
      ),
    );
    expect(() => rectifyRows(law('moment'), 0)).toThrow(
      new NoClosedForm(
        'infinite width: needs at most one non-linearity a layer; came a second one. Leave it out, or simulate at finite width.',
      ),
    );
    expect(new NoClosedForm('x')).toBeInstanceOf(RangeError);
  });
});
