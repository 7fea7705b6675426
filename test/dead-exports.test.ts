import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeIn } from './cli/project-copy.js';
import { ROOT, type Run } from './cli/run.js';
import { temporaryFolder } from './cli/temporary-folder.js';

const knip = (folder: string): Promise<Run> => nodeIn(folder, [join(ROOT, 'node_modules/knip/bin/knip.js')]);

describe('knip, which `npm run lint` runs with these settings', () => {
  const folder = temporaryFolder();
  it('finds an export that nobody imports, or only its own file needs, a file that nothing reaches and a package that nobody needs', async () => {
    copyFileSync(join(ROOT, 'knip.json'), join(folder(), 'knip.json'));
    const dependencies = { commander: '*' };
    writeFileSync(join(folder(), 'package.json'), JSON.stringify({ name: 'planted', type: 'module', dependencies }));
    mkdirSync(join(folder(), 'src'));
    writeFileSync(join(folder(), 'src/index.ts'), "export { used } from './exports.js';\n");
    writeFileSync(
      join(folder(), 'src/exports.ts'),
      'export const own = 1;\nexport const used = own + 1;\nexport const dead = 2;\n',
    );
    writeFileSync(join(folder(), 'src/unreached.ts'), 'export {};\n');
    const { code, stdout } = await knip(folder());
    expect(code).toBe(1);
    expect(stdout).toMatch(/^dead\s+src\/exports\.ts/m);
    expect(stdout).toMatch(/^own\s+src\/exports\.ts/m);
    expect(stdout).toMatch(/^src\/unreached\.ts/m);
    expect(stdout).toMatch(/^commander\s+package\.json/m);
    expect(stdout).not.toContain('used  ');
  });
});
