import { join } from 'node:path';
import type { Command } from 'commander';
import { CERTIFIED, type Kind } from '../../src/checker/theorems.js';
import { PROVERS } from '../../src/prover/prove.js';
import { BadInput } from '../bad-input.js';
import { CERTIFICATES, certificateFile } from '../certificates/certificate-files.js';
import { certificateText, checkCertificate } from '../certificates/certificate.js';
import { examples } from '../examples.js';
import { quoted } from '../options.js';
import { print } from '../print.js';
import { PROJECT_ROOT } from '../project-root.js';
import { makeFolder, replaceFile } from '../replace-file.js';

export function registerCertify(program: Command): void {
  program
    .command('certify')
    .description('prove what can be proved of a claim by interval arithmetic, and write the certificate')
    .argument('<claim>', 'its id, as `bnd list` prints it')
    .addHelpText('after', examples({ 'bnd certify relu-depth/angle-shrinks-by-its-square': 'a second or two' }))
    .action((id: string) => {
      for (const kind of kindsOf(id)) certify(kind);
    });
}

function kindsOf(id: string): readonly Kind[] {
  const kinds = Object.keys(PROVERS).filter(
    (kind): kind is Kind => Object.hasOwn(CERTIFIED, kind) && Object.hasOwn(CERTIFIED[kind as Kind], id),
  );
  if (kinds.length > 0) return kinds;
  const known = new Set(Object.values(CERTIFIED).flatMap((claims) => Object.keys(claims)));
  throw new BadInput(
    `claim: needs one that there is a prover for; came ${quoted(id)}. There are provers for ${known.size} claims, those that bnd list calls certified.`,
  );
}

/** Nothing is written unless the checker, which shares no code with the prover, accepts it. */
function certify(kind: Kind): void {
  const text = certificateText(kind, PROVERS[kind]());
  const certificate = checkCertificate(text);
  if (typeof certificate === 'string')
    throw new Error(`certify: the prover's certificate of ${kind} is rejected: ${certificate}.`);
  makeFolder(join(PROJECT_ROOT, CERTIFICATES));
  replaceFile(join(PROJECT_ROOT, certificateFile(kind)), text);
  print(
    `${certificateFile(kind)}: written, digest ${certificate.digest}. Check it: npx bnd check ${certificateFile(kind)}`,
  );
}
