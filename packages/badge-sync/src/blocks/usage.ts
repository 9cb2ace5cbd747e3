import { join } from 'node:path'
import { UserError } from '@frontdoor/kit/io'
import { readJson } from '@frontdoor/kit/manifests/parse'
import { get, text } from '@frontdoor/kit/manifests/values'
import { type BlockContext, type Generator, generator } from '../block.ts'

export const block: Generator = generator({
  name: 'usage',
  summary:
    "What the project's own command prints as its help. Only with `--run`, as it runs what `bin` of package.json names; else the block stays as it is.",
  example: 'usage args=--help',
  options: {
    bin: {
      type: 'string',
      pattern: '^[\\w.-]*$',
      examples: ['tea'],
      default: '',
      description: 'Which command, where there are several.',
    },
    args: { type: 'string', default: '--help', description: 'Its arguments, with spaces between.' },
  },
  async generate(context) {
    const { mayRun, options, once } = context
    if (!mayRun) return { wait: 'a run with --run fills it' }
    const { name, file } = await commandOf(context.project, options.bin)
    const args = options.args.split(/\s+/).filter((word) => word !== '')
    const output = await once(`usage ${file} ${args.join(' ')}`, () => printed(file, args, context))
    if (output === '') throw new UserError(`${name} ${args.join(' ')} prints nothing`)
    return [{ type: 'code', lang: 'text', value: `$ ${[name, ...args].join(' ')}\n${output}` }]
  },
})

/** A command of package.json whose file lies in the repository. */
async function commandOf(
  { files, folder }: BlockContext['project'],
  wanted: string,
): Promise<{ name: string; file: string }> {
  if (files.kind('package.json') !== 'file') throw new UserError('there is no package.json whose bin could be run')
  const manifest = await readJson(files, 'package.json')
  const [bin, own] = [get(manifest, 'bin'), (text(get(manifest, 'name')) ?? '').replace(/^@[^/]*\//, '')]
  const table = typeof bin === 'string' ? { [own]: bin } : Object.fromEntries(Object.entries((bin ?? {}) as object))
  const name = wanted || (Object.hasOwn(table, own) ? own : (Object.keys(table)[0] ?? ''))
  const path = Object.hasOwn(table, name) ? text(table[name]) : undefined
  if (path === undefined) throw new UserError(`package.json has no command ${name || 'at all'} in bin`)
  if (files.kind(path) !== 'file') throw new UserError(`the command ${name} is not built: there is no file ${path}`)
  return { name, file: join(folder, path) }
}

const limits = { bytes: 200_000, milliseconds: 20_000 }

/** With Node itself and no shell, and without the environment but for what finds programs and homes. */
async function printed(
  file: string,
  args: readonly string[],
  { project, io }: Pick<BlockContext, 'project' | 'io'>,
): Promise<string> {
  // Most runs have no such block, or may run nothing.
  const { spawn } = await import('node:child_process')
  const { PATH, HOME, SystemRoot } = io.env
  const env = { PATH, HOME, SystemRoot, NO_COLOR: '1', COLUMNS: '80', TERM: 'dumb' }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd: project.folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limits.milliseconds,
      windowsHide: true,
    })
    let [out, err] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      if (out.length > limits.bytes) child.kill()
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err = `${err}${text}`.slice(0, 500)
    })
    child.on('error', (error) => reject(new UserError(`the command cannot be run: ${error.message}`)))
    child.on('close', (code) => {
      if (code === 0 && out.length <= limits.bytes) return resolve(plain(out))
      reject(new UserError(`the command ends with ${code ?? 'a signal'}: ${err.trim().split('\n')[0] ?? ''}`))
    })
  })
}

/** Without colours and without white space at the ends of lines. */
function plain(output: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours are made of
  const text = output.replaceAll(/\u001B\[[\d;?]*[A-Za-z]/g, '').replaceAll(/\r\n?/g, '\n')
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
}
