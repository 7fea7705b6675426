import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { filesIn } from './files-in.js';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** As in web/index.html, and no other page may frame it. Workers have the policy of their own file, so every file is sent with it. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; style-src 'self' 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Sent with every answer, refusals too. */
const GUARDS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
};

/** A page elsewhere whose name was made to point at this machine sends its own name here. */
const OWN_NAME = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;

/**
 * A server for the files of a folder as they are now. All are read at once, none of them through a link: a path that is none of
 * them cannot be reached, however it is written.
 */
export function staticSite(folder: string): Server {
  const files = new Map<string, Buffer>();
  for (const name of filesIn(folder))
    if (Object.hasOwn(types, extname(name))) files.set(`/${name}`, readFileSync(join(folder, name)));
  return createServer((request, response) => answer(files, request, response));
}

function answer(files: ReadonlyMap<string, Buffer>, request: IncomingMessage, response: ServerResponse): void {
  const [path = '/'] = (request.url ?? '/').split(/[?#]/);
  const name = path === '/' ? '/index.html' : path;
  const body = files.get(name);
  const refuse = (status: number, text: string): void => {
    response.writeHead(status, { ...GUARDS, 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
  };
  if (!OWN_NAME.test(request.headers.host ?? '')) refuse(403, 'Only for this machine, under its own name.');
  else if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    refuse(405, 'Only for reading.');
  } else if (body === undefined) refuse(404, 'No such file.');
  else {
    response.writeHead(200, {
      ...GUARDS,
      'Content-Type': types[extname(name)] ?? 'application/octet-stream',
      'Content-Length': body.length,
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  }
}
