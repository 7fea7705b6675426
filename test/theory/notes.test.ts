import { expect, test } from 'vitest';
import { noteId, NOTES } from '../../src/theory/notes.js';

test('Every note says something, each something else', () => {
  const said = Object.values(NOTES);
  expect(said.length).toBeGreaterThan(80);
  expect(said.filter((words) => words.split(' ').length < 3)).toEqual([]);
  expect(new Set(said).size).toBe(said.length);
});

test('A text is the id of a note when there is one of that name', () => {
  expect(noteId('RC+ReLU I3')).toBe('RC+ReLU I3');
  expect(['RC+ReLU I30', 'contrasts', '', 'constructor'].map(noteId)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
