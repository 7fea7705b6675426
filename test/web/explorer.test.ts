import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseCsvBatch } from '../../src/batches/parse-csv-batch.js';
import { simulateReport } from '../../cli/schemas/simulate.js';
import { run } from '../cli/run.js';
import { chromiumPath } from './chromium.js';
import { type ExplorerBrowser, explorerBrowser, settled, sight } from './explorer-page.js';
import { at, shownAt } from './shown-numbers.js';

const SMALL = '#points=8&width=32&depth=20&layer=12';
/** How long a machine with other work may take, in ms. */
const PATIENT = { timeout: 20_000, interval: 20 };
const CSV = '1,2,3\n4,5,7\n2,2,1\n0,1,9\n3,1,4\n1,5,9\n2,6,5\n3,5,8\n9,7,9\n';

/** What a user does with each control, by its id, after some preparation. Each must change what is shown. */
const uses: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  preset: (page) => page.selectOption('#preset', { label: 'Symmetric fixed point' }),
  recenter: (page) => page.uncheck('#recenter'),
  rescale: (page) => page.check('#rescale'),
  activate: (page) => page.uncheck('#activate'),
  activation: (page) => page.selectOption('#activation', 'leaky(0.1)'),
  'activation-number': (page) => entered(page, '#activation-number', '0.6'),
  width: (page) => entered(page, '#width', '64'),
  infinite: (page) => page.check('#infinite'),
  depth: (page) => entered(page, '#depth', '25'),
  weights: (page) => page.selectOption('#weights', 'sparse(0.05)'),
  'weights-number': (page) => entered(page, '#weights-number', '0.7'),
  points: (page) => entered(page, '#points', '9'),
  data: (page) => page.selectOption('#data', 'clusters(3)'),
  'data-number': (page) => entered(page, '#data-number', '2'),
  file: async (page) => {
    await page.setInputFiles('#file', { name: 'own.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV, 'utf8') });
    await page.locator('#data option', { hasText: 'own.csv' }).waitFor({ state: 'attached' });
  },
  seed: (page) => entered(page, '#seed', 'another seed'),
  layer: (page) => page.fill('#layer', '3'),
  back: (page) => page.click('#back'),
  forward: (page) => page.click('#forward'),
  directions: (page) => page.check('#directions'),
};
/** These are there only once the one above them has been used. */
const dependent: readonly string[] = ['activation-number', 'weights-number', 'data-number'];

async function entered(page: Page, field: string, text: string): Promise<void> {
  await page.fill(field, text);
  await page.press(field, 'Tab');
}

// Not every machine has a browser; what is left out is said once, before all tests.
describe.skipIf(chromiumPath === undefined)('the explorer in a browser', () => {
  let explorer: ExplorerBrowser;
  beforeAll(async () => {
    explorer = await explorerBrowser(chromiumPath ?? '');
  });
  afterAll(async () => {
    await explorer.close();
  });

  test('Every control changes what is shown', async () => {
    const page = await explorer.open(SMALL);
    const controls = z
      .array(z.string())
      .parse(await page.evaluate(`[...document.querySelectorAll('input, select, button')].map(({ id }) => id)`));
    expect(controls.toSorted()).toEqual([...Object.keys(uses), 'play', 'copy-command', 'copy-link'].toSorted());
    const idle: string[] = [];
    for (const [id, use] of Object.entries(uses)) {
      if (!dependent.includes(id)) await followed(page, SMALL, `before-${id}`);
      const before = await sight(page);
      await use(page);
      expect([id, await settled(page)]).toEqual([id, 'ready']);
      if ((await sight(page)) === before) idle.push(id);
    }
    expect(idle).toEqual([]);
    await page.close();
  });

  test('A link is followed though the link of the last state is written between its opening and its event', async () => {
    const page = await explorer.open(`${SMALL}&seed=first`);
    await page.evaluate(
      `{ const old = location.hash; location.hash = '${SMALL}&seed=second'; history.replaceState(null, '', old); }`,
    );
    await expect.poll(() => page.inputValue('#seed'), PATIENT).toBe('second');
    await page.close();
  });

  test('Playing goes to the last layer, pausing stays, and the keyboard does both', async () => {
    const page = await explorer.open('#points=8&width=32&depth=24');
    const where = page.locator('#where');
    await page.focus('#play');
    await page.keyboard.press('Space');
    await expect.poll(async () => Number(await page.inputValue('#layer')), PATIENT).toBeGreaterThan(3);
    await page.keyboard.press('Space');
    const paused = await where.textContent();
    expect(await page.locator('#play').textContent()).toBe('Play');
    await page.waitForTimeout(100);
    expect(await where.textContent()).toBe(paused);
    await page.keyboard.press('Space');
    await where.filter({ hasText: 'layer 24 of 24' }).waitFor();
    expect(await page.locator('#play').textContent()).toBe('Play');
    await page.focus('#layer');
    await page.keyboard.press('Home');
    expect(await where.textContent()).toBe('layer 0 of 24');
    await page.keyboard.press('ArrowRight');
    expect(await where.textContent()).toBe('layer 1 of 24');
    await page.close();
  });

  test('In the plane the odd point of the end is the large dot, and lies farthest across', async () => {
    const page = await explorer.open('#points=12&width=256&depth=120&layer=120');
    const dots = z.array(z.object({ r: z.number(), x: z.number(), name: z.string() })).parse(
      await page.evaluate(`[...document.querySelectorAll('#plane circle')].map((dot) => (
        { r: Number(dot.getAttribute('r')), x: Number(dot.getAttribute('cx')), name: dot.textContent }))`),
    );
    expect(dots.map(({ name }) => name)).toEqual(Array.from({ length: 12 }, (_, j) => `point ${j}`));
    const [first, second] = dots.toSorted((a, b) => b.x - a.x);
    const [large] = dots.toSorted((a, b) => b.r - a.r);
    expect(first).toEqual(large);
    expect(first?.name).toBe(`point ${await page.locator('[id="number-oddPoint"]').getAttribute('value')}`);
    expect((first?.x ?? NaN) - (second?.x ?? NaN)).toBeGreaterThan(50);
    await page.close();
  });

  test('The link restores what is shown, a table of the user included', async () => {
    const page = await explorer.open('#points=6&width=48&depth=15&rescale=true&activation=leaky(0.3)');
    await uses['file']?.(page);
    await settled(page);
    await page.fill('#layer', '11');
    await page.check('#directions');
    const shown = await sight(page);
    await page.click('#copy-link');
    await page.locator('#copied', { hasText: 'Copied the link.' }).waitFor();
    const link = String(await page.evaluate('navigator.clipboard.readText()'));
    await page.waitForURL(link); // the address of the page itself becomes the link
    const other = await explorer.open(new URL(link).hash);
    expect(await sight(other)).toBe(shown);
    expect(await other.locator('#where').textContent()).toBe('layer 11 of 15');
    expect(await other.inputValue('#data')).toBe('own.csv');
    await page.close();
    await other.close();
  });

  test('A table in UTF-16 is read as the terminal reads it; one that is none is refused in the same words', async () => {
    const page = await explorer.open(SMALL);
    const dropped = async (name: string, buffer: Buffer): Promise<string> => {
      await page.setInputFiles('#file', { name, mimeType: 'text/csv', buffer });
      const answer = page.locator(`#message:not(:empty), #data option[value="${name}"]`);
      await answer.first().waitFor({ state: 'attached' });
      await settled(page);
      return sight(page);
    };
    const wide = Buffer.from(`\ufeff${CSV}`, 'utf16le');
    const plain = await dropped('plain.csv', Buffer.from(CSV, 'utf8'));
    expect(await dropped('little.csv', wide)).toBe(plain);
    expect(await dropped('big.csv', Buffer.from(wide).swap16())).toBe(plain);
    await dropped('unmarked.csv', wide.subarray(2));
    const message = String(await page.locator('#message').textContent());
    expect(() => parseCsvBatch(wide.subarray(2), 'unmarked.csv')).toThrow(new RangeError(message));
    await page.close();
  });

  test('The command that is copied gives the numbers of the page: chain, weights themselves, and limit', async () => {
    const page = await explorer.open('');
    const compared = [];
    for (const [seed, hash] of [
      ["it's a seed", '#points=8&width=32&depth=20'],
      ['2', '#points=7&depth=12&width=24&weights=sparse(0.3)&data=iris&activation=tanh'],
      ['3', '#points=9&depth=12&width=infinite&data=clusters(2)&activation=leaky(0.2)'],
    ] as const) {
      await followed(page, hash, seed);
      await page.click('#copy-command');
      await page.locator('#copied', { hasText: 'Copied the command.' }).waitFor();
      const command = String(await page.evaluate('navigator.clipboard.readText()'));
      compared.push({ command, shown: await shownAt(page, [0, 3, 12]) });
    }
    await Promise.all(
      compared.map(async ({ command, shown }) => {
        expect(command).toMatch(/^npx bnd simulate /);
        const done = await run('sh', ['-c', `${command.replace('npx bnd', 'node cli')} --json`]);
        expect([done.code, done.stderr]).toEqual([0, '']);
        const { layers } = simulateReport.parse(JSON.parse(done.stdout));
        for (const { layer, path, value } of shown)
          expect([command, layer, path, value]).toEqual([command, layer, path, at(layers[layer], path)]);
      }),
    );
    await page.close();
  });

  test('What cannot be run is said in one line, and the page goes on', async () => {
    const page = await explorer.open('#points=1');
    const message = page.locator('#message');
    expect(await message.textContent()).toBe('link: needs a whole number of points from 2 to 128; came "1".');
    await followed(page, '#points=8&width=infinite&depth=5&activation=tanh', 'other');
    expect(await message.textContent()).toMatch(/^infinite width: needs an activation whose map has a closed form/);
    await entered(page, '#points', '500');
    expect(await message.textContent()).toBe('points: needs a whole number from 2 to 128; came "500".');
    await entered(page, '#points', '9');
    await page.selectOption('#activation', 'relu');
    expect(await settled(page)).toBe('ready');
    expect(await message.textContent()).toBe('');
    await page.close();
  });

  test.each([
    { width: 1280, dark: false },
    { width: 380, dark: true },
  ])('At $width px, dark: $dark, nothing is cut off and axe finds nothing serious', async (how) => {
    const page = await explorer.open(SMALL, how);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(how.width);
    // Through the debugger, past the policy of the page, which lets no foreign script in.
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const found: unknown = await page.evaluate(
      `axe.run().then(({ violations, passes }) => ({
        passes: passes.length,
        serious: violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')),
      }))`,
    );
    const { passes, serious } = z.object({ passes: z.number(), serious: z.array(z.string()) }).parse(found);
    expect(serious).toEqual([]);
    expect(passes).toBeGreaterThan(20);
    await page.close();
  });

  test('No console error, no request to anywhere else, in all of the above', () => {
    expect(explorer.complaints).toEqual([]);
  });
});

/** Goes to another link in the same page; the seed tells it from the one before. */
async function followed(page: Page, hash: string, seed: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(`${hash}&seed=${encodeURIComponent(seed)}`)}`);
  await expect.poll(() => page.inputValue('#seed'), PATIENT).toBe(seed);
  await settled(page);
}
