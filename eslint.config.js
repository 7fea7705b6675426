import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Results of these differ between JavaScript engines or versions, so they may not touch a sampled or compared number. */
const unportable = [
  'random',
  'pow',
  'exp',
  'log',
  'log2',
  'log10',
  'expm1',
  'log1p',
  'sin',
  'cos',
  'tan',
  'sinh',
  'cosh',
  'tanh',
  'asin',
  'acos',
  'atan',
  'atan2',
  'asinh',
  'acosh',
  'atanh',
  'cbrt',
  'hypot',
].map((property) => ({ object: 'Math', property, message: 'Not bit-identical on every engine: use src/portable.' }));

/** What changes files. A process that is killed in them, or a full disk, leaves half of one. */
const writers = ['node:fs', 'node:fs/promises', 'fs', 'fs/promises'].map((name) => ({
  name,
  importNames: [
    ...[
      'appendFile',
      'copyFile',
      'cp',
      'link',
      'mkdir',
      'mkdtemp',
      'open',
      'rename',
      'symlink',
      'truncate',
      'write',
      'writeFile',
    ].flatMap((verb) => [verb, `${verb}Sync`]),
    'createWriteStream',
    'default', // through which the others could be called
    'promises',
  ],
  message: 'One place writes files: cli/replace-file.ts.',
}));

const tolerances = {
  selector: "CallExpression[callee.property.name='toBeCloseTo']",
  message: 'State the tolerance and where it comes from: expect(Math.abs(a - b)).toBeLessThanOrEqual(bound).',
};

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.stryker-tmp/', 'node_modules/', 'report/', 'kernel/'] }, // kernel/ is AssemblyScript: its types are not TypeScript's
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', { max: 250 }],
      'no-restricted-syntax': ['error', tolerances],
    },
  },
  {
    files: ['src/**/*.ts', 'theorems/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', ...unportable],
      'no-restricted-syntax': [
        'error',
        tolerances,
        {
          selector: "BinaryExpression[operator='**']",
          message: '** is not bit-identical on every engine: multiply, or use src/portable.',
        },
        { selector: "AssignmentExpression[operator='**=']", message: '** is not bit-identical on every engine.' },
        {
          selector: 'MemberExpression[object.name=/^(?:Date|performance)$/], NewExpression[callee.name="Date"]',
          message: 'src is pure: no clock.',
        },
        { selector: "MemberExpression[object.name='process']", message: 'src is pure: no environment.' },
      ],
    },
  },
  {
    files: ['properties/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        tolerances,
        {
          selector: "CallExpression[callee.property.name='filter']",
          message: 'What a generator throws away is counted: use suchThat of src/theory/filtering.ts.',
        },
      ],
    },
  },
  {
    files: ['cli/**/*.ts'],
    ignores: ['cli/replace-file.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: writers }] },
  },
  {
    files: ['**/*.js'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly' },
      parserOptions: { projectService: false },
    },
  },
);
