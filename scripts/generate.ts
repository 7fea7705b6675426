// Writes what is generated and committed: `npm run generate`. A test fails when a committed file is not current.
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadClaims } from '../cli/load-claims.js';
import { documented, schemaDocument } from '../cli/schemas/documents.js';
import { DOCUMENT, writePerformanceDocument } from '../bench/document.js';
import { SEARCH_DOCUMENT, writeSearchDocument } from '../bench/search/document.js';
import { coveringOf, DOCUMENT as COVERAGE, writeCoverageDocument } from './coverage-document.js';
import { phenomenon } from './figure.js';
import { DOCUMENT as MUTANTS, writeMutantsDocument } from './mutants/document.js';
import { SCORE_DOCUMENT, writeScoreDocument } from './mutation/document.js';
import { DOCUMENT as POWER, writePowerDocument } from './power-table.js';

// Relative to the folder of package.json, where npm runs its scripts.
mkdirSync('docs/schemas', { recursive: true });
for (const command of documented) writeFileSync(`docs/schemas/${command}.json`, schemaDocument(command));
process.stdout.write(`docs/schemas: ${documented.length} schemas\n`);

mkdirSync('docs/figures', { recursive: true });
writeFileSync('docs/figures/phenomenon.svg', phenomenon());
process.stdout.write('docs/figures: phenomenon.svg\n');

await writePerformanceDocument('.');
process.stdout.write(`${DOCUMENT}\n`);

await writePowerDocument('.');
process.stdout.write(`${POWER}\n`);

await writeSearchDocument('.');
process.stdout.write(`${SEARCH_DOCUMENT}\n`);
await writeCoverageDocument('.', (await loadClaims()).map(coveringOf));
process.stdout.write(`${COVERAGE}\n`);

await writeMutantsDocument('.');
process.stdout.write(`${MUTANTS}\n`);

await writeScoreDocument('.');
process.stdout.write(`${SCORE_DOCUMENT}\n`);
