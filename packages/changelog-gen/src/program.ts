import { command, mainCommand, type Program } from '@frontdoor/kit/command'
import { notesFlags, releaseFlags, verifyFlags, writeFlags } from './commands/changelog-flags.ts'
import { explainFlags, initFlags, labelFlags, nextFlags, publishFlags } from './commands/flags.ts'

/** Put in by the build; absent when the source runs unbundled. */
declare const __VERSION__: string | undefined

/** The command line of changelog-gen. What does the work is imported when it is called, so that `--help` loads none of it. */
export const program: Program = {
  name: 'changelog-gen',
  version: typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0',
  summary: 'Make CHANGELOG.md, release notes and the next version from commits, pull requests and fragments.',
  issues: 'https://github.com/frontdoor-tools/frontdoor/issues',
  main: mainCommand({
    flags: writeFlags,
    epilogue: `Without a command, CHANGELOG.md is made, or brought up to date: what people wrote in it stays.

Examples:
  changelog-gen                    list what is unreleased, and releases that are missing
  changelog-gen --check            exit with 1 if the changelog is out of date
  changelog-gen release auto       make what is unreleased the next version
  changelog-gen notes v1.2.0       print the notes of a release
  changelog-gen verify             compare the changelog with tags and manifests

Exit codes: 0 nothing to say, 1 conflicts or out of date, 2 the job could not be done.`,
    run: async (call) => (await import('./commands/update.ts')).update(program, call),
  }),
  commands: [
    command({
      name: 'release',
      summary: 'make what is unreleased a release',
      arguments: '<version>',
      flags: releaseFlags,
      epilogue: 'The version is one such as 1.2.3, or "auto" for the one that the changes ask for.',
      run: async (call) => (await import('./commands/release.ts')).release(program, call),
    }),
    command({
      name: 'notes',
      summary: 'print the notes of a release',
      arguments: '[tag]',
      flags: notesFlags,
      run: async (call) => (await import('./commands/notes.ts')).notes(program, call),
    }),
    command({
      name: 'verify',
      summary: 'compare the changelog with tags and manifests',
      flags: verifyFlags,
      run: async (call) => (await import('./commands/verify.ts')).verify(program, call),
    }),
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
    command({
      name: 'publish',
      summary: 'make or update the draft of a release on GitHub',
      flags: publishFlags,
      epilogue: `The key "draft" of the config says how it is made; "changelog-gen init --from .github/release-drafter.yml" writes one.
GITHUB_TOKEN holds the token. What people wrote into the draft stays.`,
      run: async (call) => (await import('./commands/publish.ts')).publish(program, call),
    }),
    command({
      name: 'label',
      summary: 'give a pull request the labels that the config has for it',
      arguments: '[number]',
      flags: labelFlags,
      epilogue:
        'Without a number, it is the pull request of the running workflow. It runs nothing of the pull request.',
      run: async (call) => (await import('./commands/label.ts')).label(program, call),
    }),
    command({
      name: 'init',
      summary: 'write a config with the settings of another tool',
      flags: initFlags,
      epilogue: `Known are git-cliff, release-please, semantic-release, standard-version, towncrier, auto, release-drafter and
GitHub's own release notes. What cannot be taken over is told, with what to do instead.`,
      run: async (call) => (await import('./commands/init.ts')).init(program, call),
    }),
  ],
}
