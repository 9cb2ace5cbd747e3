import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainEnvironment } from './environment.ts'
import { execute } from './execute.ts'

// The shells themselves, with the built tools in their PATH. A shell that the machine does not have is skipped.

const tools = ['readme-lint', 'changelog-gen', 'badge-sync'] as const
let scratch = ''
let project = ''
let env: NodeJS.ProcessEnv = {}

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'frontdoor-completions-'))
  const bin = join(scratch, 'bin')
  project = join(scratch, 'project')
  mkdirSync(bin)
  mkdirSync(join(project, 'two words'), { recursive: true })
  writeFileSync(join(project, 'LICENSE'), '')
  for (const tool of tools)
    symlinkSync(join(import.meta.dirname, '..', 'packages', tool, 'dist', 'cli.js'), join(bin, tool))
  const plain = plainEnvironment(join(scratch, 'home'))
  env = { ...plain, PATH: [bin, plain.PATH].join(delimiter), TERM: 'xterm' }
})
afterAll(() => rmSync(scratch, { recursive: true }))

/** What is typed, and what the last word may become. */
const cases: readonly (readonly [typed: string, words: readonly string[]])[] = [
  ['readme-lint expl', ['explain']],
  ['readme-lint --form', ['--format']],
  ['readme-lint --format j', ['json', 'junit']],
  ['readme-lint --format=j', ['json', 'junit']],
  ['readme-lint --rule top/title', ['top/title', 'top/title-matches-package']],
  ['readme-lint explain top/titl', ['top/title', 'top/title-matches-package']],
  ['readme-lint hosts --host pyp', ['pypi']],
  ['readme-lint LIC', ['LICENSE']],
  ['readme-lint --config L', ['LICENSE']],
  ['readme-lint --cwd two', ['two words']],
  ['changelog-gen --style keep-a-changelog@1', ['keep-a-changelog@1.1.0']],
  ['changelog-gen rel', ['release']],
  ['changelog-gen completions z', ['zsh']],
  ['badge-sync render --sty', ['--style']],
  ['badge-sync init --style for', ['for-the-badge']],
  ['badge-sync --nonsense', []],
]

function isThere(shell: string): boolean {
  return spawnSync(shell, ['--version'], { stdio: 'ignore' }).error === undefined
}

async function answerOf(shell: string, ...args: readonly string[]): Promise<string[]> {
  const { output } = await execute(shell, args, { cwd: project, env })
  return output.split('\n').filter(Boolean)
}

describe.skipIf(!isThere('bash'))('bash', () => {
  it.each(tools)('completes %s', async (tool) => {
    const script = `eval "$(${tool} completions bash)"; complete -p ${tool}`
    expect(await answerOf('bash', '--norc', '-c', script)).toEqual([`complete -F _${tool.replace('-', '_')} ${tool}`])
  })

  it.each(cases)('completes `%s`', async (typed, words) => {
    const [tool = ''] = typed.split(' ')
    // Bash itself cuts words here, too, and hands over what is behind the last cut.
    const begun = typed.split(/[\s=@:]/).at(-1) ?? ''
    const cut = (typed.split(' ').at(-1) ?? '').slice(0, -begun.length || undefined)
    const call = `COMP_LINE=$1 COMP_POINT=\${#1}; _${tool.replace('-', '_')} "$2" "$3"; printf '%s\\n' "\${COMPREPLY[@]}"`
    const script = `eval "$(${tool} completions bash)"; ${call}`
    const found = await answerOf('bash', '--norc', '-c', script, 'bash', typed, tool, begun)
    expect(found).toEqual(cut.startsWith('--') ? words : words.map((word) => word.slice(cut.length)))
  })
})

describe.skipIf(!isThere('fish'))('fish', () => {
  it.each(cases)('completes `%s`', async (typed, words) => {
    const [tool = ''] = typed.split(' ')
    const script = `${tool} completions fish | source; complete --do-complete $argv[1]`
    const found = await answerOf('fish', '--no-config', '--command', script, typed)
    const values = found.map((line) =>
      line
        .split('\t')[0]
        ?.replace(/^--format=/, '')
        .replace(/\/$/, ''),
    )
    expect(values).toEqual(words)
  })
})

describe.skipIf(!isThere('zsh'))('zsh', () => {
  // A terminal of zsh's own, in which another zsh is typed into. What is typed becomes the word when there is one; the last key
  // tells what stands there then.
  it.each(cases.filter(([, words]) => words.length === 1))('completes `%s`', async (typed, words) => {
    const [tool = ''] = typed.split(' ')
    const start = [
      'autoload -U compinit; compinit -u -D',
      `eval "$(${tool} completions zsh)"`,
      `tell() { print -r -- "$BUFFER" > "$1"; exit }; zle -N tell; bindkey '^T' tell`,
    ]
    writeFileSync(join(scratch, '.zshrc'), start.join('\n').replace('"$1"', `'${join(scratch, 'told')}'`))
    const script = `
zmodload zsh/zpty
export ZDOTDIR='${scratch}'
zpty shell zsh -i
zpty -n -w shell "$1"$'\\t\\x14'
while zpty -r shell answer; do :; done
cat "$ZDOTDIR/told"`
    const found = await answerOf('timeout', '-s', 'KILL', '60', 'zsh', '-f', '-c', script, 'zsh', typed)
    const whole = `${typed.replace(/[^\s=]*$/, '')}${words[0]?.replaceAll(' ', '\\ ')}`
    expect(found.map((line) => line.trimEnd().replace(/\/$/, ''))).toEqual([whole])
  })
})
