import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../cli/project-root.js';
import { bnd } from './run.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const file = 'certificates/symmetric-state.json';
const text = readFileSync(join(PROJECT_ROOT, file), 'utf8');
const claim = 'recenter-relu/symmetric-state-is-stable';

describe.concurrent('bnd check', () => {
  it('says what a certificate proves, claim by claim', async () => {
    const { code, stdout } = await bnd('check', file, 'certificates/odd-tail.json');
    expect(code).toBe(0);
    expect(stdout).toContain(`✓ certified  ${file}, digest `);
    expect(stdout).toContain(claim);
    expect(stdout).toContain('for every n > 1024.');
  });

  it('rejects one that was tampered with, in one line', async () => {
    const copy = join(folder(), 'tampered.json');
    mkdirSync(folder(), { recursive: true });
    writeFileSync(copy, text.replace('4 4 4', '4 4 5'));
    const { code, stdout } = await bnd('check', copy);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^✗ rejected {3}\S+tampered\.json: its digest is not that of its content, [0-9a-f]{16}\.\n$/,
    );
  });
});

describe.concurrent('bnd show', () => {
  it('names the certificates of a claim', async () => {
    const { stdout } = await bnd('show', claim);
    const [, digest = ''] = /"digest": "(\w+)"/.exec(text) ?? [];
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(`Digest ${digest}: npx bnd check ${file}`);
  });
});
