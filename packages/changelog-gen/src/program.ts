import { command, mainCommand, type Program } from '@frontdoor/kit/cli/command'
import { completionsCommand } from '@frontdoor/kit/cli/completions'
import { version } from '@frontdoor/kit/cli/version'
import {
  checkMessageFlags,
  explainFlags,
  initFlags,
  labelFlags,
  nextFlags,
  notesFlags,
  previewFlags,
  publishFlags,
  releaseFlags,
  verifyFlags,
  writeFlags,
} from './commands/flags.ts'

/** The command line of changelog-gen. What does the work is imported when it is called, so that `--help` loads none of it. */
export const program: Program = {
  name: 'changelog-gen',
  version,
  summary: 'Make CHANGELOG.md, release notes and the next version from commits, pull requests and fragments.',
  issues: 'https://github.com/frontdoor-tools/frontdoor/issues',
  main: mainCommand({
    flags: writeFlags,
    examples: [
      ['changelog-gen', 'list what is unreleased, and missing releases'],
      ['changelog-gen --check', 'exit with 1 if the changelog is out of date'],
      ['changelog-gen --diff', 'show what would be written'],
      ['changelog-gen next', 'the next version, and why'],
      ['changelog-gen release auto', 'make what is unreleased the next version'],
      ['changelog-gen notes v1.2.0', 'print the notes of a release'],
      ['changelog-gen verify', 'compare the changelog with tags and manifests'],
      ['changelog-gen explain HEAD', 'what becomes of a change, and why'],
      ['changelog-gen preview', 'what this branch adds, and the version with it'],
    ],
    epilogue: 'Without a command, CHANGELOG.md is made, or brought up to date: what people wrote in it stays.',
    exitCodes: { 0: 'written, or nothing to write', 1: 'conflicts, or out of date (--check, --diff)' },
    run: async (call) => (await import('./commands/update.ts')).update(program, call),
  }),
  commands: [
    command({
      name: 'release',
      summary: 'make what is unreleased a release',
      arguments: '<version>',
      flags: releaseFlags,
      examples: [
        ['changelog-gen release 1.2.3', 'what is unreleased becomes 1.2.3'],
        ['changelog-gen release minor', 'it becomes 1.3.0 after 1.2.3'],
        ['changelog-gen release auto --diff', 'show it for the version that is due'],
        ['changelog-gen release "$(changelog-gen next --pre rc)"', 'a prerelease'],
      ],
      epilogue:
        'The version is one such as 1.2.3, "major", "minor" or "patch" for what follows on the last one, or "auto" for the one that the changes ask for.',
      exitCodes: { 0: 'written', 1: 'conflicts, or something would be written (--check, --diff)' },
      candidates: () => [['auto', 'the version that the changes ask for'], 'major', 'minor', 'patch'],
      run: async (call) => (await import('./commands/release.ts')).release(program, call),
    }),
    command({
      name: 'notes',
      summary: 'print the notes of a release',
      arguments: '[tag]',
      flags: notesFlags,
      examples: [
        ['changelog-gen notes', 'those of the newest release'],
        ['changelog-gen notes v1.2.0 --format github -o notes.md', 'for a release on GitHub, in a file'],
        ['changelog-gen notes --unreleased', 'what the next one would say'],
        ['changelog-gen notes --from v1.0.0 --to v2.0.0', 'of all releases between'],
        ['changelog-gen notes --package all', 'of all packages of a workspace'],
        ['changelog-gen notes --template mail.liquid', 'in a layout of your own'],
      ],
      epilogue:
        'Nothing is printed where there is nothing new, and of several packages those are left out that have nothing.',
      exitCodes: { 0: 'printed, or written', 2: 'there is no such release, or it could not be read' },
      candidates: async (io) => (await import('./commands/candidates.ts')).tagNames(io),
      run: async (call) => (await import('./commands/notes.ts')).notes(program, call),
    }),
    command({
      name: 'verify',
      summary: 'compare the changelog with tags and manifests',
      flags: verifyFlags,
      examples: [
        ['changelog-gen verify', 'say what does not fit'],
        ['changelog-gen verify --fix', 'mend what is safe to mend'],
        ['changelog-gen verify --forge', 'also ask which releases are on GitHub or GitLab'],
      ],
      exitCodes: { 0: 'nothing but advice', 1: 'errors or warnings' },
      run: async (call) => (await import('./commands/verify.ts')).verify(program, call),
    }),
    command({
      name: 'explain',
      summary: 'say what becomes of a change, and why',
      arguments: '[change]',
      flags: explainFlags,
      examples: [
        ['changelog-gen explain 1a2b3c4d', 'one commit'],
        ['changelog-gen explain "#12"', 'one pull request'],
        ['changelog-gen explain --all v1.0.0..v2.0.0 --format json', 'all commits between, a line of JSON each'],
      ],
      epilogue: 'A change is a commit, "#12", a part of its text, or the path of a fragment.',
      exitCodes: { 0: 'explained', 1: 'a commit is neither listed nor left out for one reason (--strict)' },
      run: async (call) => (await import('./commands/explain.ts')).explain(program, call),
    }),
    command({
      name: 'check-message',
      summary: 'say how a commit message will be read, and what of it would be lost',
      arguments: '<file>',
      flags: checkMessageFlags,
      epilogue: `The file is the one that git gives to a commit-msg hook; comments and what git cuts off are passed over. "-" is a whole
message on standard input.

Free text is fine, and told: "listed in Other Changes". What is nearly "type(scope): subject" or "BREAKING CHANGE:" fails, since
other tools read something else. --strict, or "messages: conventional" in the config, asks for a type.`,
      examples: [
        ['changelog-gen check-message .git/COMMIT_EDITMSG', 'in .git/hooks/commit-msg: "$1"'],
        ['changelog-gen check-message --fix .git/COMMIT_EDITMSG', 'after it failed; git commit -eF takes it'],
        ['git log -1 --format=%B | changelog-gen check-message -', 'the newest commit'],
      ],
      exitCodes: { 0: 'it is read as it looks', 1: 'something would be lost or misread' },
      run: async (call) => (await import('./commands/check-message.ts')).checkCommitMessage(program, call),
    }),
    command({
      name: 'next',
      summary: 'print the next version, and on standard error why',
      flags: nextFlags,
      examples: [
        ['changelog-gen next', 'nothing is printed where no release is due'],
        ['changelog-gen next --pre rc', '1.3.0-rc.1'],
        ['version=$(changelog-gen next)', 'in a script'],
      ],
      exitCodes: { 0: 'decided', 2: 'the version would be none, not higher, or tagged already' },
      run: async (call) => (await import('./commands/next.ts')).next(program, call),
    }),
    command({
      name: 'preview',
      summary: 'say what a branch or pull request adds to the changelog',
      flags: previewFlags,
      examples: [
        ['changelog-gen preview', 'the branch that is checked out'],
        ['changelog-gen preview --title "feat: hold a cup"', 'as the squash of such a pull request'],
        ['changelog-gen preview --format markdown >> "$GITHUB_STEP_SUMMARY"', 'in a workflow of a pull request'],
        ['changelog-gen preview --base origin/2.x', 'for another branch than the default one'],
      ],
      exitCodes: { 0: 'said', 2: 'there is nothing to compare with, or it could not be read' },
      epilogue: `In a workflow of GitHub and in a pipeline of GitLab for a merge request, the base, title, text, number and labels are known. Commits count,
and fragments in the work tree. No branch moves.`,
      run: async (call) => (await import('./commands/preview.ts')).preview(call),
    }),
    command({
      name: 'publish',
      summary: 'make or update a release on GitHub or GitLab',
      flags: publishFlags,
      examples: [
        ['changelog-gen publish --tag v1.2.0', 'make the release of a tag from its notes'],
        ['changelog-gen publish --draft', 'bring the draft up to date'],
        ['changelog-gen publish --dry-run', 'print what would be asked of the server'],
      ],
      exitCodes: { 0: 'done, or nothing to do', 1: 'conflicts with what people wrote into it' },
      epilogue: `Its text are the notes of the tag, as the changelog has them; the tag is the newest, where none is given. With the key "draft" in the
config, a draft on GitHub is made of pull requests instead; "changelog-gen init" takes one over from release-drafter.
The token is in GITHUB_TOKEN, or GITLAB_TOKEN or CI_JOB_TOKEN. What people wrote into the release stays.`,
      run: async (call) => (await import('./commands/publish.ts')).publish(program, call),
    }),
    command({
      name: 'label',
      summary: 'give a pull request the labels that the config has for it',
      arguments: '[number]',
      flags: labelFlags,
      examples: [
        ['changelog-gen label', 'in a workflow of a pull request'],
        ['changelog-gen label 12 --dry-run', 'print the labels of another one'],
      ],
      exitCodes: { 0: 'done' },
      epilogue:
        'Without a number, it is the pull request of the running workflow. It runs nothing of the pull request.',
      run: async (call) => (await import('./commands/label.ts')).label(call),
    }),
    command({
      name: 'init',
      summary: 'write a config with the settings of another tool',
      flags: initFlags,
      examples: [
        ['changelog-gen init', 'from the settings that are found'],
        ['changelog-gen init --from cliff.toml --dry-run', 'only print what would be written'],
      ],
      exitCodes: { 0: 'written', 2: 'there are no such settings, or there is a config already' },
      epilogue: `Known are git-cliff, release-please, release-plz, semantic-release, python-semantic-release,
standard-version, release-it, changesets, changie, cocogitto, Lerna, Nx Release, towncrier, Commitizen, auto, release-drafter, GoReleaser, cargo-release and GitHub's own release notes. What cannot be taken over is told, with what to do instead.`,
      run: async (call) => (await import('./commands/init.ts')).init(program, call),
    }),
    completionsCommand('changelog-gen'),
  ],
}
