import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, openSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { processIo } from '../src/io.ts'
import { project } from '../src/testing.ts'
import { loadedLibraries } from './loaded.ts'

const tool = fileURLToPath(new URL('tool.ts', import.meta.url))

describe('processIo', () => {
  it('gives the working directory, the environment and the clock of the process', () => {
    const io = processIo()
    expect(io.cwd).toBe(process.cwd())
    expect(io.env.PATH).toBe(process.env.PATH)
    expect(io.now()).toBeInstanceOf(Date)
  })

  it('writes all of a long text to a pipe and exits with the code of the command', async () => {
    const running = promisify(execFile)(process.execPath, [tool, 'long'], { maxBuffer: 2 ** 24 })
    const { code, stdout, stderr } = await running.catch((error) => error)
    expect([code, stdout.length, stderr]).toEqual([1, 4_000_000, ''])
  })

  it('is silent about a reader that leaves early, and keeps the exit code', async () => {
    const { stdout, stderr } = await promisify(execFile)('bash', [
      '-c',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell's.
      '"$@" | head -c 1; echo " ${PIPESTATUS[0]}"',
      'bash',
      process.execPath,
      tool,
      'long',
    ])
    expect([stdout, stderr]).toEqual(['x 1\n', ''])
  })

  it.skipIf(!existsSync('/dev/full'))('says in words where the output cannot be written', async () => {
    const running = promisify(execFile)('bash', ['-c', '"$@" > /dev/full', 'bash', process.execPath, tool, 'long'])
    const { code, stderr } = await running.catch((error) => error)
    expect([code, stderr]).toEqual([2, 'tool: cannot write to standard output: no space left on device (ENOSPC)\n'])
  })

  it('reads standard input as bytes', async () => {
    const child = spawn(process.execPath, [tool, 'input'])
    child.stdin.end(Buffer.from([0xff, 0x00, 0x41]))
    const [bytes] = await once(child.stdout, 'data')
    expect(String(bytes)).toBe('ff0041')
  })

  it('says that standard input is a folder', async () => {
    const child = spawn(process.execPath, [tool, 'input'], { stdio: [openSync('.', 'r'), 'ignore', 'pipe'] })
    const [bytes] = await once(child.stderr as Readable, 'data')
    expect(String(bytes)).toBe('tool: standard input is a folder: give its path as an argument\n')
  })

  it('works where the project has no Node modules of its own', async () => {
    const { path } = await project()
    const { stdout } = await promisify(execFile)(process.execPath, [tool, '--version'], { cwd: path })
    expect(stdout).toBe('1.2.3\n')
  })
})

describe('main', () => {
  it('tells without a stack what is thrown where nobody waits, and exits with 2', async () => {
    const { code, stdout, stderr } = await promisify(execFile)(process.execPath, [tool, 'stray']).catch(
      (error) => error,
    )
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^tool: internal error: TypeError: stray; please report it at .*\n$/)
  })
})

describe('a tool loads no more than it needs', () => {
  it.each([
    [['--version'], []],
    [['-V'], []],
    [['--help'], ['commander']],
    [['work', '--help'], ['commander']],
  ])('%j loads %j', async (argv, libraries) => {
    expect(await loadedLibraries(tool, argv)).toEqual(libraries)
  })
})
