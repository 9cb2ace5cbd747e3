import type { ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = {
  test: {
    include: ['**/*.test.ts'],
    globalSetup: 'released.ts',
    // Each starts programs of its own; more than two at a time only wait for one another.
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    env: { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', NO_COLOR: '1', GITHUB_ACTIONS: '' },
  },
}

export default config
