import { existsSync, readdirSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/** An environment with programs, a home, and nothing else: no token, no setting of npm. */
export function plainEnvironment(home: string): NodeJS.ProcessEnv {
  const { PATH = '', TMPDIR } = process.env
  return {
    PATH: [dirname(process.execPath), pnpmFolder(), PATH].join(delimiter),
    HOME: home,
    ...(TMPDIR !== undefined && { TMPDIR }),
    NO_COLOR: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    npm_config_update_notifier: 'false',
    npm_config_fund: 'false',
    npm_config_audit: 'false',
  }
}

/** Where the bootstrap has put pnpm. */
function pnpmFolder(): string {
  const toolchain = join(import.meta.dirname, '..', '.toolchain')
  const name = existsSync(toolchain) ? readdirSync(toolchain).find((one) => one.startsWith('pnpm@')) : undefined
  if (name === undefined) throw new Error('pnpm is not here yet; run npm test')
  return join(toolchain, name, 'node_modules', '.bin')
}
