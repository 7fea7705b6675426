import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { z } from 'zod';

/** Every number of the table at these layers, as JSON has it: null for what is no number. */
export async function shownAt(
  page: Page,
  layers: readonly number[],
): Promise<readonly { readonly layer: number; readonly path: string; readonly value: number | null }[]> {
  const shown = [];
  for (const layer of layers) {
    await page.fill('#layer', String(layer));
    const cells = z
      .array(z.tuple([z.string(), z.string()]))
      .parse(
        await page.evaluate(`[...document.querySelectorAll('#numbers data')].map(({ id, value }) => [id, value])`),
      );
    expect(cells.length).toBeGreaterThan(10);
    for (const [id, text] of cells) {
      const value = Number(text);
      shown.push({ layer, path: id.slice('number-'.length), value: Number.isFinite(value) ? value + 0 : null });
    }
  }
  return shown;
}

/** The number at a path like `clusterCosine.mean`. */
export function at(layer: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
      layer,
    );
}
