const moduleNameMapper = {
  '\\.(css|scss)$': '<rootDir>/src/test/style.ts',
  '\\.woff2$': '<rootDir>/src/test/face.ts',
  '^@(blocks|collections|endpoints|hooks|plugins)/(.*)$': '<rootDir>/$1/$2',
  '^@/(.*)$': '<rootDir>/src/$1',
  '^@payload-config$': '<rootDir>/payload.config.ts',
  '^@payload-types$': '<rootDir>/src/payload-types.ts',
}

const shared = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper,
  modulePathIgnorePatterns: ['<rootDir>/.next', '<rootDir>/.data'],
  testEnvironment: 'node',
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          experimental: { keepImportAttributes: true },
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/'],
}

const ignored = ['/node_modules/', '/.next/', '/.data/']

/** @type {import('jest').Config} */
export default {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['**/*.test.ts', '**/*.test.tsx'],
      testPathIgnorePatterns: [...ignored, '\\.int\\.test\\.ts$'],
    },
    {
      ...shared,
      displayName: 'integration',
      globalSetup: '<rootDir>/src/test/template.ts',
      setupFilesAfterEnv: ['<rootDir>/src/test/database.ts'],
      testMatch: ['**/*.int.test.ts'],
      testPathIgnorePatterns: ignored,
    },
    {
      ...shared,
      displayName: 'browser',
      globalSetup: '<rootDir>/src/test/e2e/server.ts',
      globalTeardown: '<rootDir>/src/test/e2e/stop.ts',
      testMatch: ['<rootDir>/src/test/e2e/**/*.spec.ts'],
      testPathIgnorePatterns: ignored,
    },
  ],
  testTimeout: 60_000,
  workerIdleMemoryLimit: '1GB',
}
