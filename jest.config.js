/** Suites run side by side; those that start servers take their own ports and folders. */
export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testEnvironment: 'node',
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2024',
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  reporters: ['default', '<rootDir>/build/leftOutReporter.js'],
  modulePathIgnorePatterns: ['<rootDir>/out/', '<rootDir>/dist/'],
  testTimeout: 60_000,
}
