import { describe, expect, it } from 'vitest';
import { domainOf } from '../../src/theory/domain.js';

describe('the domain of a sample', () => {
  it('gives numbers as a range, and says when they are not whole', () => {
    expect(domainOf([3, 7, 5])).toBe('3 to 7');
    expect(domainOf([0.5, 2])).toBe('real 0.5 to 2');
    expect(domainOf([300, 300])).toBe('300');
  });

  it('gives records by field, lists by length and content, texts by name', () => {
    expect(
      domainOf([
        { points: 2, weights: 'gaussian', places: [[1, 2]] },
        {
          points: 9,
          weights: 'uniform',
          places: [
            [0, 2.5],
            [1, 1],
            [3, 3],
          ],
        },
      ]),
    ).toBe('points 2 to 9; weights gaussian or uniform; places [1 to 3 of [2 of real 0 to 3]]');
  });

  it('counts texts when there are many', () => {
    expect(domainOf('abcdefghij'.split(''))).toBe('10 texts such as a, b, c');
    expect(domainOf([true, false, null])).toBe('false or null or true');
  });

  it('counts no fewer than nine', () => {
    expect(domainOf('abcdefgh'.split(''))).toBe('a or b or c or d or e or f or g or h');
    expect(domainOf('abcdefghi'.split(''))).toBe('9 texts such as a, b, c');
  });

  it('keeps values of different kinds apart, in one order', () => {
    expect(domainOf(['auto', 3, 7])).toBe('3 to 7 or auto');
    expect(domainOf([{ width: 2 }, [5], null, 4])).toBe('[1 of 5] or 4 or null or width 2');
  });

  it('says nothing of what empty lists hold', () => {
    expect(domainOf([[], []])).toBe('[0]');
  });

  it('tells a narrower domain from a wider one', () => {
    const wide = Array.from({ length: 20 }, (_, n) => ({ points: n + 2 }));
    expect(domainOf(wide)).not.toBe(domainOf(wide.slice(0, 19)));
  });
});
