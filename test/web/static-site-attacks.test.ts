import { once } from 'node:events';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { staticSite } from '../../cli/static-site.js';
import { run } from '../cli/run.js';
import { temporaryFolder } from '../cli/temporary-folder.js';

const folder = temporaryFolder();
const SECRET = 'what lies outside of the folder';
const servers: Server[] = [];

/** A server as one writes it in a hurry: any path, any host, any method, no policy. */
const naive: RequestListener = ({ url = '/' }, response) => {
  try {
    const path = decodeURIComponent(url.replace(/^http:\/\/[^/]*/, '')).replaceAll('\\', '/');
    response
      .setHeader('Content-Type', 'text/html')
      .end(readFileSync(join(folder(), 'site', path.split('\0')[0] ?? '')));
  } catch {
    response.writeHead(404).end();
  }
};

beforeAll(() => {
  const site = join(folder(), 'site');
  mkdirSync(join(site, 'assets'), { recursive: true });
  writeFileSync(join(site, 'index.html'), 'page');
  writeFileSync(join(folder(), 'secret.html'), SECRET);
  mkdirSync(join(folder(), 'elsewhere'));
  writeFileSync(join(folder(), 'elsewhere/secret.html'), SECRET);
  symlinkSync(join(folder(), 'secret.html'), join(site, 'link.html'));
  symlinkSync(join(folder(), 'elsewhere'), join(site, 'linked'));
  symlinkSync('.', join(site, 'round')); // two of them, followed, are 2^40 paths
  symlinkSync('.', join(site, 'again'));
});
afterAll(() => servers.forEach((server) => server.close()));

async function portOf(server: Server): Promise<number> {
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The answer to a request as it stands, without a client that would mend it. */
async function raw(port: number, target: string, { method = 'GET', host = 'localhost' } = {}): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  socket.write(
    `${method} ${target} HTTP/1.1\r\n${host === '' ? '' : `Host: ${host}\r\n`}Connection: close\r\n\r\n`,
    'latin1',
  );
  await once(socket, 'close');
  return Buffer.concat(parts).toString('latin1');
}

const TARGETS = [
  ...[
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/%2e%2e%2fsecret.html',
    '/assets/../../secret.html',
  ],
  ...[
    '/..%5csecret.html',
    '/..\\secret.html',
    '/%252e%252e/secret.html',
    '/..;/secret.html',
    '/%c0%ae%c0%ae/secret.html',
  ],
  ...['http://localhost/../secret.html', '/../secret.html%00.html', '/../secret.html?.html', '/../secret.html#.html'],
  ...['/link.html', '/linked/secret.html', '/round/again/link.html', '/assets', '/', '/__proto__', '/constructor'],
];

/** What a server gives away, in words: nothing, when it is sound. */
async function holes(port: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (const target of [...TARGETS, join(folder(), 'secret.html'), `/${join(folder(), 'secret.html')}`])
    if ((await raw(port, target)).includes(SECRET)) found.push(target.replace(folder(), 'DIR'));
  for (const host of [
    'evil.example',
    'localhost.evil.example',
    'evil.example:80',
    '127.0.0.1.evil.example',
    'localhost@evil.example',
    '[::1].evil.example',
    '127.0.0.2',
  ])
    if (/^HTTP\/1\.1 2/.test(await raw(port, '/index.html', { host }))) found.push(`for the host ${host}`);
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])
    if (/^HTTP\/1\.1 2/.test(await raw(port, '/index.html', { method }))) found.push(method);
  for (const [what, answer] of [
    ['file', await raw(port, '/index.html')],
    ['refusal', await raw(port, '/none')],
  ] as const) {
    if (!/^content-security-policy: default-src 'none'; [^\r]*frame-ancestors 'none'/im.test(answer))
      found.push(`no policy on a ${what}`);
    if (!/^x-content-type-options: nosniff\r/im.test(answer)) found.push(`sniffing of a ${what}`);
  }
  return found;
}

describe('The explorer is served', () => {
  test('without a way out of its folder, to no other host, and with a policy on whatever it answers', async () => {
    const port = await portOf(staticSite(join(folder(), 'site')));
    expect(await holes(port)).toEqual([]);
    expect(await raw(port, '/index.html')).toMatch(/\r\n\r\npage$/);
    expect(await raw(port, '/index.html', { method: 'POST' })).toMatch(/^HTTP\/1\.1 405 .*\r\nAllow: GET, HEAD\r\n/s);
    expect(await raw(port, '/index.html', { host: '' })).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('which a naive server fails in every way', async () => {
    const found = await holes(await portOf(createServer(naive)));
    expect(found).toEqual(
      expect.arrayContaining([
        ...['/../secret.html', '/%2e%2e%2fsecret.html', '/..%5csecret.html', 'http://localhost/../secret.html'],
        ...['/../secret.html%00.html', '/link.html', '/linked/secret.html', 'for the host evil.example', 'POST'],
        ...['no policy on a file', 'no policy on a refusal', 'sniffing of a file'],
      ]),
    );
  });

  const outside = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4')?.address;

  // A machine without a network has no other address that could be tried.
  test.skipIf(outside === undefined)('to the loopback address alone', async () => {
    /** What a connection to the address of this machine comes to. */
    const reached = async (port: number): Promise<string> => {
      const socket = connect(port, outside);
      try {
        await once(socket, 'connect');
        return 'reached';
      } catch (error) {
        return error instanceof Error && 'code' in error ? String(error.code) : String(error);
      } finally {
        socket.destroy();
      }
    };
    let came: Promise<string> | undefined;
    await run(process.execPath, ['cli', 'explore', '--port', '0'], (stdout, kill) => {
      const [, port] = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(stdout) ?? [];
      if (port === undefined || came !== undefined) return;
      came = reached(Number(port));
      void came.then(() => kill('SIGINT'));
    });
    expect(await came).toBe('ECONNREFUSED');
    const open = createServer(naive).listen(0);
    servers.push(open);
    await once(open, 'listening');
    const address = open.address();
    expect(await reached(typeof address === 'object' && address !== null ? address.port : 0)).toBe('reached');
  });
});
