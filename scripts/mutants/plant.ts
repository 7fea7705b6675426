import { cpSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { compileKernel, kernelModule } from '../compile-kernel.js';
import { type Mutant, mutated } from './mutant.js';

const COMPILED = ['api', 'src', 'theorems', 'properties', 'cli', 'scripts'];
const KERNEL = 'src/chain/kernel.generated.ts';

/** The changed files of a mutant, each compiled by itself. Of the kernel only the syntax is seen. @throws Error when one is no program */
export function compiled(name: string, texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const outputs = new Map<string, string>();
  for (const [file, text] of texts) {
    const { outputText, diagnostics = [] } = ts.transpileModule(text, {
      compilerOptions: {
        target: ts.ScriptTarget.ES2023,
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        verbatimModuleSyntax: true,
      },
      fileName: file,
      reportDiagnostics: true,
    });
    const [wrong] = diagnostics;
    if (wrong !== undefined)
      throw new Error(
        `mutant ${name}: ${file} does not compile: ${ts.flattenDiagnosticMessageText(wrong.messageText, ' ')}`,
      );
    outputs.set(file, outputText);
  }
  return outputs;
}

/**
 * Copies the compiled project into an empty folder and plants a mutant there, in the compiled sources or in the kernel, which is
 * then compiled anew. Packages come by a link.
 */
export function plant(root: string, mutant: Mutant, into: string): void {
  for (const folder of COMPILED)
    cpSync(join(root, 'dist', folder), join(into, 'dist', folder), {
      recursive: true,
      filter: (path) => !path.endsWith('.d.ts') && !path.endsWith('.map'),
    });
  cpSync(join(root, 'package.json'), join(into, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(into, 'node_modules'), 'junction');
  const texts = mutated(root, mutant);
  const inKernel = [...texts].filter(([file]) => file.startsWith('kernel/'));
  const outside = new Map([...texts].filter(([file]) => !file.startsWith('kernel/')));
  if (inKernel.length > 0) {
    cpSync(join(root, 'kernel'), join(into, 'kernel'), { recursive: true });
    for (const [file, text] of inKernel) writeFileSync(join(into, file), text);
    outside.set(KERNEL, kernelModule(compileKernel(into)));
    rmSync(join(into, 'kernel'), { recursive: true });
  }
  for (const [file, text] of compiled(mutant.name, outside)) {
    writeFileSync(join(into, 'dist', file.replace(/\.ts$/, '.js')), text);
  }
}
