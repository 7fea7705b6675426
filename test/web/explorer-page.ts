import { once } from 'node:events';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { staticSite } from '../../cli/static-site.js';
import { ROOT } from '../cli/run.js';

/** Without a sandbox, which containers do not let it have, and without anything that asks elsewhere. */
export const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The explorer in a browser, and what went wrong there. */
export interface ExplorerBrowser {
  readonly open: (hash: string, how?: { readonly width?: number; readonly dark?: boolean }) => Promise<Page>;
  /** Errors of the console and of scripts, and requests to anywhere else. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/** Serves the page and starts the browser. */
export async function explorerBrowser(executablePath: string): Promise<ExplorerBrowser> {
  const server = staticSite(join(ROOT, 'dist/web')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const browser: Browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  const context: BrowserContext = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const complaints: string[] = [];
  return {
    complaints,
    open: async (hash, { width = 1280, dark = false } = {}) => {
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      page.on('console', (said) => {
        if (said.type() === 'error' || said.type() === 'warning') complaints.push(`${hash}: ${said.text()}`);
      });
      page.on('pageerror', ({ message }) => complaints.push(`${hash}: ${message}`));
      page.on('request', (request) => {
        // The worker is part of the script of the page, which hands it to the browser as a blob of its own.
        if (
          !request
            .url()
            .replace(/^blob:/, '')
            .startsWith(`${origin}/`)
        )
          complaints.push(`${hash}: asks for ${request.url()}`);
      });
      page.on('response', (response) => {
        if (!response.ok()) complaints.push(`${hash}: ${response.status()} for ${response.url()}`);
      });
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${origin}/${hash}`);
      await settled(page);
      return page;
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** Waits until the run is over, for good or ill, and drawn. Returns how it ended. */
export async function settled(page: Page): Promise<string> {
  const over = page.locator('html[data-run=ready], html[data-run=failed]');
  await over.waitFor({ state: 'attached' });
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))');
  return (await over.getAttribute('data-run')) ?? 'gone';
}

/** All that is drawn and all numbers, without the controls: equal texts are equal sights. */
export async function sight(page: Page): Promise<string> {
  const numbers = await page.locator('#numbers').innerHTML();
  const drawn = await page.evaluate(
    `['ratio', 'cosines', 'plane', 'spectrum'].map((id) => document.getElementById(id).innerHTML).join()
      + document.getElementById('heat').toDataURL()`,
  );
  return `${numbers}${String(drawn)}`;
}
