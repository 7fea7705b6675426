import type { Command } from 'commander';
import { BadInput } from '../bad-input.js';
import { boundedText } from '../bounded-file.js';
import { checkCertificate } from '../certificates/certificate.js';
import { MOST_CERTIFICATE } from '../certificates/certificate-files.js';
import { examples } from '../examples.js';
import { EXIT } from '../exit-codes.js';
import { quoted } from '../options.js';
import { print } from '../print.js';
import { paragraph } from '../screen.js';

export function registerCheck(program: Command): void {
  program
    .command('check')
    .description('check certificates: does each prove what it says? Independent of what made them, in seconds')
    .argument('<certificate...>', 'files in certificates/')
    .addHelpText(
      'after',
      examples({ 'bnd check certificates/*.json': 'every certificate; exit code 1 when one is rejected' }),
    )
    .action((files: readonly string[]) => {
      const rejected = files.filter((file) => !check(file));
      process.exitCode = rejected.length === 0 ? EXIT.held : EXIT.refuted;
    });
}

function check(file: string): boolean {
  const certificate = checkCertificate(read(file));
  if (typeof certificate === 'string') {
    print(`✗ rejected   ${file}: ${certificate}.`);
    return false;
  }
  print(`✓ certified  ${file}, digest ${certificate.digest}`);
  for (const [id, statement] of Object.entries(certificate.certifies))
    print(`\n  ${id}\n${paragraph(statement, '    ')}`);
  return true;
}

function read(file: string): string {
  try {
    return boundedText(file, MOST_CERTIFICATE);
  } catch {
    throw new BadInput(`certificate: needs a file; came ${quoted(file)}, which cannot be read. See certificates/.`);
  }
}
