import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  type Certificate,
  certificateText,
  checkCertificate,
  readCertificate,
} from '../../cli/certificates/certificate.js';
import { checkBirth } from '../../src/checker/birth.js';
import { checkDepthLaw } from '../../src/checker/depth-law.js';
import { cellsOf, numbersFrom } from '../../src/checker/notation.js';
import { checkAbsence } from '../../src/checker/no-saddles.js';
import { checkSaddle } from '../../src/checker/saddles.js';
import { checkSymmetricState } from '../../src/checker/symmetric-state.js';
import { checkOddState } from '../../src/checker/odd-states.js';
import { checkOddTail } from '../../src/checker/tail.js';
import { CERTIFIED, type Kind } from '../../src/checker/theorems.js';
import { PROVERS } from '../../src/prover/prove.js';
import { derive, rootKey } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';

const folder = fileURLToPath(new URL('../../certificates/', import.meta.url));
const kinds = Object.keys(CERTIFIED).filter((kind): kind is Kind => kind in CERTIFIED);

function textOf(kind: Kind): string {
  return readFileSync(`${folder}${kind}.json`, 'utf8');
}

function isOf<K extends Kind>(kind: K, certificate: Certificate): certificate is Extract<Certificate, { kind: K }> {
  return certificate.kind === kind;
}

/** A committed certificate, read. */
function committed<K extends Kind>(kind: K): Extract<Certificate, { kind: K }> {
  const certificate = readCertificate(textOf(kind));
  if (typeof certificate === 'string' || !isOf(kind, certificate)) throw new Error(`${kind} cannot be read`);
  return certificate;
}

const stream = new Stream(derive(rootKey('tampering'), 'digits'));
const below = (n: number): number => Math.floor(n * stream.uniform());

/** The text with one of its digits another one, at a random place. */
function tampered(text: string): string {
  const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
  const place = places[below(places.length)] ?? 0;
  const digit = (Number(text[place]) + 1 + below(9)) % 10;
  return `${text.slice(0, place)}${digit}${text.slice(place + 1)}`;
}

describe('committed certificates', () => {
  it('are one file a kind of proof', () => {
    expect(readdirSync(folder).sort()).toEqual(kinds.map((kind) => `${kind}.json`).sort());
  });

  // The others take seconds: mild-points.test.ts checks a sample of them.
  it.each(kinds.filter((kind) => !/mild-points/.test(kind)))('%s proves what it says', (kind) => {
    expect(checkCertificate(textOf(kind))).toMatchObject({ kind, certifies: CERTIFIED[kind] });
  });

  it.each(kinds)('%s is rejected by its digest when any digit of it changes', (kind) => {
    const text = textOf(kind);
    for (let i = 0; i < 40; i++) expect(checkCertificate(tampered(text))).toBeTypeOf('string');
  });

  it.each(['symmetric-state', 'depth-law', 'odd-tail'] as const)(
    '%s is what its prover finds, byte for byte',
    (kind) => {
      expect(certificateText(kind, PROVERS[kind]())).toBe(textOf(kind));
    },
  );

  it.each([
    ['{', 'it is no JSON'],
    ['{"kind":"none"}', 'it has not the form of a certificate'],
    [textOf('odd-tail').replace('every n > 1024', 'every n > 9'), 'it does not say what a proof of odd-tail proves'],
    [textOf('odd-tail').replace('1.48', '1.49'), 'its digest is not that of its content'],
    [textOf('odd-tail').replace('\n', ''), 'its numbers or lines are not written as bnd certify writes them'],
    [certificateText('odd-tail', { limit: '1.47' }), 'its proof does not prove what it says'],
  ])('are refused in words', (text, reason) => {
    expect(checkCertificate(text)).toContain(reason);
  });
});

describe('whoever also writes a new digest is rejected by the proof', () => {
  it('any digit of a state', () => {
    const { states } = committed('odd-states').proof;
    for (let i = 0; i < 150; i++) {
      const state = states[below(states.length)];
      if (state === undefined) throw new Error('no state');
      const fields = ['angle', 'short', 'rho', 'tau', 'radius'] as const;
      const field = fields[i % fields.length] ?? 'angle';
      expect(checkOddState({ ...state, [field]: tampered(state[field]) })).toBe(false);
      expect(checkOddState({ ...state, points: state.points + 1 })).toBe(false);
    }
  });

  it('any digit of a tiling', () => {
    const { tilings } = committed('birth').proof;
    const rows = Object.values(tilings).flatMap((tiling) => [
      tiling.map(([row]) => row).join(' '),
      ...tiling.map(([, cells]) => cells),
    ]);
    for (const depths of [...rows, ...Object.values(committed('depth-law').proof.cells)]) {
      expect(cellsOf(depths)).toBeDefined();
      for (let i = 0; i < 3; i++) expect(cellsOf(tampered(depths))).toBeUndefined();
    }
  });

  it('any digit of the saddle-node', () => {
    const { proof } = committed('birth');
    for (let place = 0; place < proof.size.length; place++) {
      const size = `${proof.size.slice(0, place)}${(Number(proof.size[place]) + 1) % 10}${proof.size.slice(place + 1)}`;
      if (proof.size[place] !== '.') expect(checkBirth({ ...proof, size })).toBe(false);
    }
    for (let i = 0; i < 10; i++) expect(checkBirth({ ...proof, place: tampered(proof.place) })).toBe(false);
  });

  it('any digit of a saddle', () => {
    const { states } = committed('saddles').proof;
    for (let i = 0; i < 40; i++) {
      const state = states[below(states.length)];
      if (state === undefined) throw new Error('no state');
      expect(checkSaddle({ ...state, angle: tampered(state.angle) })).toBe(false);
      expect(checkSaddle({ ...state, points: state.points + 1 })).toBe(false);
    }
  });

  it('any digit of the tilings of one line', () => {
    const { absences } = committed('no-saddles').proof;
    for (const depths of [committed('symmetric-state').proof.cells, ...absences.map(({ cells }) => cells)]) {
      for (let i = 0; i < 3; i++) expect(cellsOf(tampered(depths))).toBeUndefined();
    }
  });

  it('any digit of the limit', () => {
    const { limit } = committed('odd-tail').proof;
    for (let i = 0; i < 10; i++) expect(checkOddTail({ limit: tampered(limit) })).toBe(false);
  });
});

describe('the checker proves nothing', () => {
  it('of six points', () => {
    const [first] = committed('odd-states').proof.states;
    if (first === undefined) throw new Error('no state');
    for (let angle = 0.5; angle < 1.9; angle += 0.01) {
      expect(checkOddState({ ...first, points: 6, angle: angle.toFixed(12) })).toBe(false);
    }
  });

  it('of an absence where there is a state', () => {
    const last = committed('no-saddles').proof.absences.at(-1);
    if (last === undefined) throw new Error('no absence');
    expect(checkAbsence(last)).toBe(true);
    expect(checkAbsence({ ...last, points: last.points + 1 })).toBe(false);
    expect(checkSymmetricState({ cells: '0' })).toBe(false);
  });

  it('with cells that are too large', () => {
    const { cells } = committed('depth-law').proof;
    for (const name of Object.keys(cells)) expect(checkDepthLaw({ cells: { ...cells, [name]: '0' } })).toBe(false);
    expect(checkDepthLaw({ cells: {} })).toBe(false);
  });

  it('of digits that are not as written', () => {
    for (const digits of [
      '',
      '1',
      '.5',
      '1.',
      '01.5',
      '1e3',
      '1.5e0',
      '-1.5',
      '1.5~~',
      '1.500000000000000000000000',
      'NaN',
    ]) {
      expect(numbersFrom(digits).lo).toBeNaN();
    }
    const [begins, rounds] = [numbersFrom('0.479'), numbersFrom('0.479~')];
    expect([begins.lo <= 0.479, begins.hi >= 0.48, begins.width < 0.00101]).toEqual([true, true, true]);
    expect([rounds.lo <= 0.4785, rounds.hi >= 0.4795, rounds.width < 0.00101]).toEqual([true, true, true]);
  });

  it('on cells that leave a gap or overlap', () => {
    for (const depths of ['', '1', '1 2', '2 1 2', '1 1 1', '0 0', '1 x', '1 1 ', '01 1'])
      expect(cellsOf(depths)).toBeUndefined();
    expect(cellsOf('2 2 1')?.map(({ lo, hi }) => [lo, hi])).toEqual([
      [0, 0.25],
      [0.25, 0.5],
      [0.5, 1],
    ]);
  });
});
