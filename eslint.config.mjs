import { createRequire } from 'node:module';
import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import * as jsonc from 'jsonc-eslint-parser';
import tseslint from 'typescript-eslint';

/** The check of the plugin's manifests looks for its project in the graph that the last Nx command left; there need not have been one. */
process.env.NX_DAEMON ??= 'false';
await createProjectGraphAsync({ exitOnError: false });

const importArrows = createRequire(import.meta.url)('./tools/architecture/import-arrows.cjs');

/** Tests, and what only tests use: their length is their tables', and they look where they like. */
const tests = ['**/*.spec.ts', '**/*.e2e.ts', '**/testing/**'];

export default tseslint.config(
  { ignores: ['**/dist', '**/node_modules', '**/generated', '**/fixtures', 'packages/cli/src/scaffold/files', '**/templates', '**/golden', '.nx', 'tools/demo/workspace', 'e2e/projects', 'e2e/samples'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    rules: {
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', 50],
      'max-params': ['error', 3],
      eqeqeq: 'error',
      'no-console': 'off',
      'no-control-regex': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  { files: tests, rules: { 'max-lines': 'off', 'max-lines-per-function': 'off', 'max-params': 'off', '@typescript-eslint/consistent-type-imports': 'off', '@typescript-eslint/no-require-imports': 'off', 'no-control-regex': 'off' } },
  {
    files: ['packages/*/src/**/*.ts', 'e2e/src/**/*.ts'],
    ignores: ['packages/**/*.spec.ts', 'packages/*/src/**/testing/**'],
    plugins: { benchline: { rules: { 'import-arrows': importArrows } } },
    rules: { 'benchline/import-arrows': 'error' },
  },
  {
    files: ['packages/core/src/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: 'Time comes in as an argument.' }, { object: 'Math', property: 'random', message: 'Randomness comes in as a seed.' }],
      'no-restricted-syntax': ['error', { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time comes in as an argument.' }, { selector: 'CallExpression[callee.name="Date"]', message: 'Time comes in as an argument.' }],
    },
  },
  {
    files: ['packages/nx/package.json', 'packages/nx/executors.json', 'packages/nx/generators.json', 'packages/nx/migrations.json'],
    plugins: { '@nx': nx },
    languageOptions: { parser: jsonc },
    rules: { '@nx/nx-plugin-checks': 'error' },
  },
);
