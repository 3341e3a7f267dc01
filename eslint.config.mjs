import next from 'eslint-config-next/core-web-vitals'
import prettier from 'eslint-config-prettier/flat'
import perfectionist from 'eslint-plugin-perfectionist'
import { defineConfig, globalIgnores } from 'eslint/config'
import ts from 'typescript-eslint'

import { lectern } from './scripts/eslint/plugin.mjs'

const sortObjects = {
  type: 'natural',
  customGroups: [{ elementNamePattern: '^(id|name|slug|type)$', groupName: 'top' }],
  groups: ['top', 'unknown'],
  partitionByComment: true,
  partitionByNewLine: true,
}

const SCRIPTS = ['scripts/**/*.mjs', '*.mjs']
const TESTS = ['**/*.test.{ts,tsx}', '**/*.spec.ts', 'src/test/**', 'src/bench/**']
const VIEWS = ['src/app/**/*.tsx', 'src/components/**/*.tsx', 'blocks/**/*.tsx']
/** Payload's own admin shell is outside the school's design. */
const ADMIN = ['src/app/(payload)/**', 'src/components/admin/**']
const PRIMITIVES = ['src/components/ui/**']

export default defineConfig([
  globalIgnores([
    '.next*',
    '.data',
    'coverage',
    'next-env.d.ts',
    'src/payload-types.ts',
    'src/migrations',
    '**/importMap.js',
    '**/*.cjs',
  ]),
  ...next,
  { extends: [ts.configs.recommendedTypeChecked], files: ['**/*.{ts,tsx}'] },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { lectern },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      'lectern/no-bare-local-api': 'error',
    },
  },
  {
    plugins: { perfectionist },
    rules: {
      curly: 'error',
      'import/no-anonymous-default-export': 'off',
      'no-console': 'error',
      'perfectionist/sort-objects': ['error', sortObjects],
    },
  },
  {
    files: VIEWS,
    ignores: [...TESTS, ...ADMIN],
    rules: {
      'lectern/no-hard-coded-string': 'error',
      'lectern/no-physical-side': 'error',
      'lectern/no-raw-colour': 'error',
      'lectern/no-raw-markup': 'error',
    },
  },
  {
    files: ['src/emails/**/*.tsx', 'src/adapters/**/*.tsx'],
    ignores: TESTS,
    rules: { 'lectern/no-hard-coded-string': 'error' },
  },
  {
    files: PRIMITIVES,
    rules: { 'lectern/no-raw-colour': 'off', 'lectern/no-raw-markup': 'off' },
  },
  { files: ['src/**/*.d.ts'], rules: { '@typescript-eslint/consistent-type-definitions': 'off' } },
  {
    files: [...TESTS, 'src/seed/**'],
    rules: { '@typescript-eslint/unbound-method': 'off', 'lectern/no-bare-local-api': 'off' },
  },
  { files: SCRIPTS, rules: { 'no-console': 'off', 'react-hooks/rules-of-hooks': 'off' } },
  prettier,
])
