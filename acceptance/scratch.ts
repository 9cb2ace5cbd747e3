import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { plainEnvironment } from './environment.ts'
import { type Ended, execute } from './execute.ts'

/** A repository of a maintainer, with a home of its own. */
export interface Scratch {
  /** Folder that the repository and all else of the test lies in. */
  readonly folder: string
  /** Absolute path of the work tree. */
  readonly path: string
  readonly env: NodeJS.ProcessEnv
  /** Runs a program in the work tree, or in another one. */
  run(program: string, args: readonly string[], cwd?: string): Promise<Ended>
  /** Runs git; throws where it fails. Gives what it prints. */
  git(...args: readonly string[]): Promise<string>
  /** `git commit -m MESSAGE`, with further arguments. */
  commit(message: string, ...args: readonly string[]): Promise<Ended>
  write(path: string, text: string): void
  read(path: string): string
  /** Name of what the next commit would hold: hooks must not change that. */
  index(): Promise<string>
  remove(): void
}

/** A README that nothing is wrong with. */
export const sound = `# Cup

Holds tea. The source is on <https://github.com/octo-org/cup>.

## Install

\`\`\`sh
npm install cup
\`\`\`

## License

[MIT](LICENSE)
`

/** A README with a link that leads nowhere, which nobody but its author can mend. */
export const faulty: string = sound.replace('Holds tea.', 'Holds [tea](tea.md).')

/** A README with a fault that has one right answer. */
export const fixable: string = sound.replace(
  '## License',
  '<details>\n<summary>More</summary>\nMore *tea*.\n\n</details>\n\n## License',
)

/** Makes the repository, with one commit. `extra` is added to the environment of all that runs. */
export async function scratchRepository(extra: NodeJS.ProcessEnv = {}): Promise<Scratch> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'frontdoor-hooks-')))
  const [path, home] = [join(folder, 'cup'), join(folder, 'home')]
  mkdirSync(path)
  mkdirSync(home)
  const config = join(home, '.gitconfig')
  writeFileSync(config, '[user]\n\tname = Ada\n\temail = ada@example.com\n')
  const env = { ...plainEnvironment(home), GIT_CONFIG_GLOBAL: config, GIT_EDITOR: 'true', ...extra }
  const run: Scratch['run'] = (program, args, cwd = path) => execute(program, args, { cwd, env })
  const made: Scratch = {
    folder,
    path,
    env,
    run,
    git: async (...args) => succeeded(await run('git', args)),
    commit: (message, ...args) => run('git', ['commit', '--message', message, ...args]),
    write: (name, text) => {
      mkdirSync(dirname(join(path, name)), { recursive: true })
      writeFileSync(join(path, name), text)
    },
    read: (name) => readFileSync(join(path, name), 'utf8'),
    index: () => made.git('write-tree'),
    remove: () => rmSync(folder, { recursive: true, maxRetries: 3 }),
  }
  await fill(made)
  return made
}

async function fill(made: Scratch): Promise<void> {
  made.write('README.md', sound)
  made.write('LICENSE', 'MIT License\n\nCopyright (c) 2026 Ada\n')
  made.write('.gitignore', 'node_modules/\n')
  const manifest = {
    name: 'cup',
    version: '0.0.0',
    description: 'Holds tea',
    license: 'MIT',
    repository: 'github:octo-org/cup',
  }
  made.write('package.json', `${JSON.stringify(manifest, undefined, 2)}\n`)
  await made.git('init', '--quiet', '--initial-branch=main')
  await made.git('remote', 'add', 'origin', 'https://github.com/octo-org/cup.git')
  await made.git('add', '--all')
  await made.git('commit', '--quiet', '--message', 'feat: hold tea')
}

/** @throws with what a program printed, where it failed */
export function succeeded({ code, output }: Ended): string {
  if (code !== 0) throw new Error(output)
  return output
}
