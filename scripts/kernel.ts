// Compiles kernel/ and writes src/chain/kernel.generated.ts: `npm run kernel`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileKernel, kernelModule } from './compile-kernel.js';

const binary = compileKernel(process.cwd());
writeFileSync(join(process.cwd(), 'src/chain/kernel.generated.ts'), kernelModule(binary));
console.log(`kernel: ${binary.length} bytes -> src/chain/kernel.generated.ts`);
