import { command, type ExitCodes, mainCommand, type Program } from '@frontdoor/kit/cli/command'
import { completionsCommand } from '@frontdoor/kit/cli/completions'
import { version } from '@frontdoor/kit/cli/version'
import { initFlags, mainFlags, migrateFlags, renderFlags } from './flags.ts'

const paths = 'Paths are README files or folders; without any, the README of this folder and of each workspace package.'
const exitCodes: ExitCodes = { 0: 'written, or nothing to write', 1: 'something would be written (--check, --diff)' }

/** The command line of badge-sync. What does the work is imported when it is called, so that `--help` loads none of it. */
export const program: Program = {
  name: 'badge-sync',
  version,
  summary: 'Keep the badges and the generated blocks of a README true to its project.',
  issues: 'https://github.com/frontdoor-tools/frontdoor/issues',
  main: mainCommand({
    arguments: '[paths...]',
    flags: mainFlags,
    examples: [
      ['badge-sync', 'mend the badges and blocks of this project'],
      ['badge-sync --check', 'only say what is not true any more'],
      ['badge-sync --diff', 'show what would change'],
      ['badge-sync init', 'put a row of badges under the title'],
      ['badge-sync migrate', 'renew dead, retired and old addresses of badges'],
      ['badge-sync render', 'draw badges into files, which nobody is asked for'],
    ],
    epilogue: paths,
    exitCodes: { ...exitCodes, 1: `${exitCodes[1]}, or a block cannot be brought up to date` },
    run: async (call) => {
      const [{ run }, { checks }] = await Promise.all([import('./run.ts'), import('./checks.ts')])
      const { force, offline, online, run: mayRun } = call.flags
      return run(program, call, {
        checks: () => checks,
        fixedBy: 'badge-sync',
        blocks: { force, offline, mayRun },
        registries: online ? { offline } : undefined,
      })
    },
  }),
  commands: [
    command({
      name: 'init',
      summary: 'put a row of badges under the title, or what the row lacks',
      arguments: '[paths...]',
      flags: initFlags,
      examples: [
        ['badge-sync init', 'a row of what the project has'],
        ['badge-sync init --diff', 'only show it'],
        ['badge-sync init --kinds ci,version,license --style flat-square', 'these, and so'],
      ],
      epilogue: 'Paths are README files or folders; without any, the README of this folder.',
      exitCodes,
      run: async (call) => {
        const [{ run }, { rowCheck }] = await Promise.all([import('./run.ts'), import('./row/check.ts')])
        // Whoever wants a row in each package names them.
        return run(program, call, {
          checks: (settings) => [rowCheck(call.flags, settings)],
          fixedBy: 'badge-sync init',
          here: true,
          registries: call.flags.online ? { offline: call.flags.offline } : undefined,
        })
      },
    }),
    command({
      name: 'migrate',
      summary: 'renew dead, retired, redirected and old addresses of badges',
      arguments: '[paths...]',
      flags: migrateFlags,
      examples: [
        ['badge-sync migrate', 'renew what has one new address'],
        ['badge-sync migrate --diff', 'only show it'],
        ['badge-sync migrate --markers', 'take over blocks of automd, doctoc and others'],
      ],
      epilogue: paths,
      exitCodes,
      run: async (call) => {
        const [{ run }, { migrationChecks }] = await Promise.all([import('./run.ts'), import('./checks.ts')])
        const { check: takeover } = await import('./takeover.ts')
        const checks = call.flags.markers ? [...migrationChecks, takeover] : migrationChecks
        return run(program, call, {
          checks: () => checks,
          fixedBy: `badge-sync migrate${call.flags.markers ? ' --markers' : ''}`,
        })
      },
    }),
    command({
      name: 'render',
      summary: 'draw badges of version, licence and runtime as SVG files, offline',
      flags: renderFlags,
      examples: [
        ['badge-sync render', 'writes .github/badges/version.svg and others'],
        ['badge-sync render --write-links', 'and shows them in the README'],
        ['badge-sync render --check', 'only say whether they are up to date'],
      ],
      exitCodes: { ...exitCodes, 1: 'a drawing or a link is not up to date (--check)' },
      run: async (call) => (await import('./render/render.ts')).render(program, call),
    }),
    completionsCommand('badge-sync'),
  ],
}
