import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { staticSite } from '../../cli/static-site.js';
import { bnd, ROOT, run } from '../cli/run.js';
import { temporaryFolder } from '../cli/temporary-folder.js';

interface Answer {
  readonly status: number | undefined;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

describe('a static site', () => {
  const folder = temporaryFolder();
  let close: () => void = () => undefined;
  let port = 0;

  beforeAll(async () => {
    const site = join(folder(), 'site');
    mkdirSync(join(site, 'assets'), { recursive: true });
    writeFileSync(join(site, 'index.html'), '<p>page</p>');
    writeFileSync(join(site, 'assets/a.js'), 'code');
    writeFileSync(join(site, 'notes.txt'), 'a kind of file that no page needs');
    writeFileSync(join(folder(), 'secret.html'), 'secret');
    const server = staticSite(site).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
    close = () => server.close();
  });
  afterAll(() => close());

  const ask = (path: string, { method = 'GET', host = `127.0.0.1:${port}` } = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      request({ port, host: '127.0.0.1', path, method, headers: { host } }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text: string) => (body += text));
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
      })
        .on('error', reject)
        .end();
    });

  test('gives its files with their types, each under a policy that lets nothing in from elsewhere', async () => {
    const page = await ask('/');
    expect([page.status, page.body, page.headers['content-type']]).toEqual([
      200,
      '<p>page</p>',
      'text/html; charset=utf-8',
    ]);
    const script = await ask('/assets/a.js?1');
    expect([script.status, script.body, script.headers['content-type']]).toEqual([
      200,
      'code',
      'text/javascript; charset=utf-8',
    ]);
    for (const { headers } of [page, script]) {
      expect(headers['content-security-policy']).toMatch(/^default-src 'none';/);
      expect(headers['content-security-policy']).not.toMatch(/https?:|\*|'unsafe-eval'|script-src[^;]*'unsafe-inline'/);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  test.each([
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/assets/../../secret.html',
    '//secret.html',
    '/notes.txt',
    '/x',
  ])('has no %s', async (path) => expect((await ask(path)).status).toBe(404));

  test('answers this machine only, under its own name, and only to read', async () => {
    expect((await ask('/', { host: 'evil.example' })).status).toBe(403);
    expect((await ask('/', { host: 'localhost.evil.example' })).status).toBe(403);
    expect((await ask('/', { host: 'localhost' })).status).toBe(200);
    expect((await ask('/', { method: 'POST' })).status).toBe(405);
    expect((await ask('/', { method: 'HEAD' })).body).toBe('');
  });

  test('bnd explore says where it is, on the loopback address, and a taken port in one line', async () => {
    let address = '';
    let second: ReturnType<typeof bnd> | undefined;
    await run(process.execPath, ['cli', 'explore', '--port', '0'], (stdout, kill) => {
      [, address = ''] = /(http:\/\/127\.0\.0\.1:\d+\/)/.exec(stdout) ?? [];
      if (address === '' || second !== undefined) return;
      const end = (): void => kill('SIGINT');
      second = bnd('explore', '--port', new URL(address).port);
      second.then(end, end);
    });
    const { code, stderr } = (await second) ?? { code: null, stderr: '' };
    const { port: taken } = new URL(address);
    expect({ code, stderr }).toEqual({
      code: 64,
      stderr: `error: --port: needs a free port of 127.0.0.1; ${taken} gives EADDRINUSE. Write --port 0, which takes any free one.\n`,
    });
  });

  test('the page is bundled where bnd explore looks for it', () => {
    expect(() => staticSite(join(ROOT, 'dist/web'))).not.toThrow();
  });
});
