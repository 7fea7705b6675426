import { certificateTexts } from '../certificates/certificate-files.js';
import { namesIfThere, textIfThere } from '../if-there.js';
import { LOCK } from '../lock/lock-files.js';
import { ACKNOWLEDGEMENTS } from './acknowledgement.js';
import { RULES } from './rules.js';
import { type Sources, sourcesIn } from './sources.js';

/** What the gate wants to know of a version of the theory, read at once, so that its files are needed no more. */
export interface Snapshot {
  readonly sources: Sources;
  /** Texts of files; undefined where there is none. */
  readonly lock: string | undefined;
  readonly rules: string | undefined;
  readonly acknowledgements: ReadonlyMap<string, string>;
  /** Texts of certificates, by path. */
  readonly certificates: ReadonlyMap<string, string>;
  /** The packages that it runs on, as package.json has them. */
  readonly dependencies: string;
}

export function snapshotOf(root: string): Snapshot {
  const text = (path: string): string | undefined => textIfThere(root, path);
  const acknowledgements = namesIfThere(root, ACKNOWLEDGEMENTS).filter(
    (name) => name.endsWith('.md') && name !== 'README.md',
  );
  return {
    sources: sourcesIn(root),
    lock: text(LOCK),
    rules: text(RULES),
    acknowledgements: new Map(
      acknowledgements
        .toSorted()
        .map((name) => [`${ACKNOWLEDGEMENTS}/${name}`, text(`${ACKNOWLEDGEMENTS}/${name}`) ?? '']),
    ),
    certificates: certificateTexts(root),
    dependencies: dependenciesOf(text('package.json')),
  };
}

function dependenciesOf(text: string | undefined): string {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null && 'dependencies' in value
      ? JSON.stringify(value.dependencies)
      : '';
  } catch {
    return '';
  }
}
