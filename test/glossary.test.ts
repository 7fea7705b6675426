import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './cli/run.js';

/** What the glossary of the README calls things, by the other words that people use for them. */
const RATHER: Readonly<Record<string, RegExp>> = {
  points: /^(?:num|n|batch)(?:Points|Samples|Size)$|^(?:datapoints?|dataPoints?)$/,
  width: /^(?:hidden|num|n)(?:Units|Neurons|Dim|Size|Width)$|^layerSize$/,
  depth: /^(?:num|n)Layers$|^layerCount$/,
  recenter: /^(?:meanCenter|centerRows|demean|subtractMean|centering)$/,
  rescale: /^(?:standardi[sz]e|whiten|scaleRows|divideByStd)$/,
  activate: /^(?:nonLinearity|nonlinearity|actFn|phiLayer)$/,
  gram: /^(?:kernelMatrix|covMatrix|innerProducts|gramian)$/,
  oddPoint: /^(?:oddOne|strayPoint|outlierPoint|oddIndex)$/,
  clusterCosine: /^(?:clusterSimilarity|intraCosine|innerCosine)$/,
  crossCosine: /^(?:crossSimilarity|interCosine|outerCosine)$/,
};

/** The identifiers of a source text, each once: what is left of it without comments and strings. */
function identifiersOf(text: string): ReadonlySet<string> {
  const code = text.replaceAll(/\/\*.*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|`[^`]*`/gs, ' ');
  return new Set(code.match(/\b[A-Za-z_]\w*/g));
}

function misnamed(file: string, text: string): readonly string[] {
  return [...identifiersOf(text)].flatMap((name) =>
    Object.entries(RATHER).flatMap(([rather, other]) =>
      other.test(name) ? [`${file}: ${name}, rather ${rather}`] : [],
    ),
  );
}

const sources = ['src', 'theorems', 'properties', 'api', 'cli', 'web'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [`${folder}/${name}`, readFileSync(join(ROOT, folder, name), 'utf8')] as const),
);

describe('names', () => {
  it('are those of the glossary where it has one', () => {
    expect(sources.flatMap(([file, text]) => misnamed(file, text))).toEqual([]);
    const planted = "const numPoints = 3; // hiddenSize\nconst s = 'nLayers';\n";
    expect(misnamed('x.ts', planted)).toEqual(['x.ts: numPoints, rather points']);
  });

  it('that the glossary has are names of the code', () => {
    const [, glossary = ''] = readFileSync(join(ROOT, 'README.md'), 'utf8').split('## Glossary');
    const named = [...glossary.matchAll(/^\| [^|]+\| ([^|]+) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
    );
    const known = new Set(sources.flatMap(([, text]) => [...identifiersOf(text)]));
    expect(named.length).toBeGreaterThan(12);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
    expect(
      Object.keys(RATHER).filter((name) => !named.some((own) => own.toLowerCase() === name.toLowerCase())),
    ).toEqual([]);
  });
});
