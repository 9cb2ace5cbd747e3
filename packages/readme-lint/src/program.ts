import { command, mainCommand, type Program } from '@frontdoor/kit/cli/command'
import { completionsCommand } from '@frontdoor/kit/cli/completions'
import { version } from '@frontdoor/kit/cli/version'
import { flags, hostFlags, previewFlags, renderFlags } from './command/flags.ts'

/** The command line of readme-lint. What does the work is imported when it is called, so that `--help` loads none of it. */
export const program: Program = {
  name: 'readme-lint',
  version,
  summary: 'Lint a README for the places that show it: GitHub, npm, PyPI, crates.io and more.',
  issues: 'https://github.com/frontdoor-tools/frontdoor/issues',
  main: mainCommand({
    arguments: '[paths...]',
    flags,
    examples: [
      ['readme-lint', 'lint the README of this project'],
      ['readme-lint --fix', 'mend what is safe to mend'],
      ['readme-lint --diff', 'show what --fix would change'],
      ['readme-lint --rule top/title', 'run one rule'],
      ['readme-lint --link', 'visit the addresses on the web, too'],
      ['readme-lint hosts', 'what each host makes of it, as a table'],
      ['readme-lint . --since main', 'only READMEs that changed since main was left'],
      ['readme-lint . --staged', 'what the next commit will hold, for a hook'],
      ['readme-lint --write-baseline', 'accept what is found now, for --baseline'],
      ['readme-lint explain top/title', 'what a rule asks for, and why'],
      ['cat README.md | readme-lint -', 'lint standard input'],
    ],
    epilogue: `A file is looked at whatever its name, a folder stands for every README below it, but for what others wrote (node_modules, vendor …) and what .gitignore leaves out.
Without paths: the README of this folder and of each workspace package.`,
    exitCodes: { 0: 'nothing but advice', 1: 'errors or warnings' },
    run: async (call) => (await import('./command/run.ts')).run(program, call),
  }),
  workers: {
    'lane-worker.ts': () => import('./command/lane-worker.ts'),
    'desk-worker.ts': () => import('./preview/desk-worker.ts'),
  },
  commands: [
    command({
      name: 'hosts',
      summary: 'show what each place that shows a README makes of it',
      arguments: '[readme]',
      flags: hostFlags,
      examples: [
        ['readme-lint hosts', 'the README of this folder'],
        ['readme-lint hosts --host pypi --host npm', 'two places'],
        ['readme-lint hosts docs/README.md --all', 'every place that is known'],
        ['readme-lint hosts --format markdown', 'a table to paste into an issue'],
      ],
      epilogue: 'Without --host and --all: the places that the manifests or the config tell, and GitHub.',
      exitCodes: { 0: 'shown' },
      run: async (call) => (await import('./command/show-hosts.ts')).showHosts(call),
    }),
    command({
      name: 'preview',
      summary: 'show a README in the browser as each place shows it',
      arguments: '[readme]',
      flags: previewFlags,
      epilogue: `The page is served to this machine only, and reloads when the README changes. What a place drops or breaks is outlined,
and a fix is written by a click. Nothing is loaded from other servers unless you say so. Ctrl-C ends it.`,
      examples: [
        ['readme-lint preview --open', 'the README of this folder'],
        ['readme-lint preview --host npm --host pypi', 'two places'],
        ['readme-lint preview --out site', 'as files, for a pull request'],
        ['cat README.md | readme-lint preview -', 'standard input'],
      ],
      exitCodes: { 0: 'shown' },
      run: async (call) => (await import('./command/preview.ts')).preview(call),
    }),
    command({
      name: 'render',
      summary: 'make a README for one of those places, or see it as it is shown there',
      arguments: '[readme]',
      flags: renderFlags,
      epilogue: `Links become absolute, what the place cannot show gives way to what it can, and what stands between <!-- only: pypi npm -->
and <!-- /only --> is for those places. With --as html: what the place shows, without the page around it. What could not
be carried over, and what is not known, is told on standard error.`,
      examples: [
        ['readme-lint render --host pypi -o README.pypi.md', 'a README to publish there'],
        ['readme-lint render --host pypi -o README.pypi.md --check', 'is it still that?'],
        ['readme-lint render docs/README.md --host npm --ref main', 'with links into the branch main'],
        ['readme-lint render --host npm --as html -o npm.html', 'as npm shows it'],
        ['cat README.md | readme-lint render - --host nuget', 'from standard input'],
      ],
      exitCodes: { 0: 'written, or up to date', 1: 'the file is not up to date (--check)' },
      run: async (call) => (await import('./command/render.ts')).render(call),
    }),
    command({
      name: 'explain',
      summary: 'say what a rule asks for, and why',
      arguments: '<rule>',
      flags: {},
      examples: [['readme-lint explain top/source-link', 'its options, too, and where its page is']],
      epilogue: 'readme-lint --list-rules lists the rules.',
      exitCodes: { 0: 'explained', 2: 'there is no such rule' },
      candidates: async () => (await import('./command/candidates.ts')).ruleCandidates(),
      run: async (call) => (await import('./command/explain.ts')).explain(call),
    }),
    command({
      name: 'init',
      summary: 'write a first config, after a look at the project',
      flags: {},
      examples: [['readme-lint init', 'writes frontdoor.yml']],
      exitCodes: { 0: 'written', 2: 'there is a config already, or it could not be written' },
      run: async (call) => (await import('./command/init.ts')).init(call),
    }),
    command({
      name: 'lsp',
      summary: 'serve an editor: findings, fixes and explanations as you type',
      flags: { stdio: { summary: 'talk over standard input and output, as always' } },
      examples: [['readme-lint lsp --stdio', 'what an editor starts']],
      exitCodes: { 0: 'the editor has ended it', 1: 'the editor is gone, or ended it without "shutdown"' },
      run: async ({ io }) => (await import('./lsp/server.ts')).serve(program, io),
    }),
    completionsCommand('readme-lint'),
  ],
}
