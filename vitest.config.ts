import type { ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = {
  // Else packages that have a development build are tested with it: micromark's is slower and throws where the real one does not.
  mode: 'production',
  test: {
    include: ['packages/*/test/**/*.test.ts', 'scripts/test/**/*.test.ts'],
    testTimeout: 60_000,
    // No test changes what another one imports, and a worker for each file would take longer than the tests.
    isolate: false,
    // By itself vitest leaves a core free, which is half of a small machine.
    maxWorkers: '100%',
    // A test may talk to loopback only, and must not read the settings of whoever runs it.
    env: { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', NO_COLOR: '1', GITHUB_ACTIONS: '' },
    coverage: {
      provider: 'istanbul',
      include: ['packages/markdown/src/**'],
      thresholds: { 'packages/markdown/src/**': { lines: 100, branches: 100, functions: 100, statements: 100 } },
    },
  },
}

export default config
