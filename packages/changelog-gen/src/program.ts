import { command, type Program } from '@frontdoor/kit/command'
import { explainFlags, nextFlags } from './commands/flags.ts'

/** Put in by the build; absent when the source runs unbundled. */
declare const __VERSION__: string | undefined

/** The command line of changelog-gen. What does the work is imported when it is called, so that `--help` loads none of it. */
export const program: Program = {
  name: 'changelog-gen',
  version: typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0',
  summary: 'Make release notes and the next version from commits, pull requests and fragments.',
  issues: 'https://github.com/frontdoor-tools/frontdoor/issues',
  commands: [
    command({
      name: 'explain',
      summary: 'say what becomes of a change, and why',
      arguments: '[change]',
      flags: explainFlags,
      epilogue: `A change is a commit, "#12", a part of its text, or the path of a fragment.

Examples:
  changelog-gen explain 1a2b3c4d
  changelog-gen explain "#12"
  changelog-gen explain --all v1.0.0..v2.0.0 --format json`,
      run: async (call) => (await import('./commands/explain.ts')).explain(call),
    }),
    command({
      name: 'next',
      summary: 'print the next version, and on standard error why',
      flags: nextFlags,
      run: async (call) => (await import('./commands/next.ts')).next(call),
    }),
  ],
}
