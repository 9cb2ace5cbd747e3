import { fstatSync, statSync, writeSync } from 'node:fs'
import { devNull } from 'node:os'

/** The world, handed in: the same input gives the same bytes on every machine. */
export interface Io {
  /** Absolute path of the working directory. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: Output
  readonly stderr: Output
  /** All of standard input as bytes; read only when `-` is asked for. */
  readonly stdin: () => Promise<Uint8Array>
  readonly now: () => Date
}

/** A place to write text to. */
export interface Output {
  write(text: string): void
  /** True on a terminal. */
  readonly isTTY: boolean
  /** Columns of the terminal; absent in a pipe. */
  readonly columns?: number | undefined
}

/** A user's mistake or a job that could not be done: told without a stack trace, exit code 2. One line per problem. */
export class UserError extends Error {
  override readonly name = 'UserError'
}

/** The world of the running process. Call it once: it listens for a closed pipe on the outputs that are used. */
export function processIo(): Io {
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: outputOf(1, () => process.stdout),
    stderr: outputOf(2, () => process.stderr),
    stdin: readStdin,
    now: () => new Date(),
  }
}

/** The world for a program that imports a tool: it works in `cwd`, and says and reads nothing. */
export function quietIo(cwd: string, env: Io['env']): Io {
  const nowhere: Output = { write: () => {}, isTTY: false }
  return {
    cwd,
    env,
    stdout: nowhere,
    stderr: nowhere,
    stdin: async () => new Uint8Array(),
    now: () => new Date(),
  }
}

type Descriptor = 1 | 2

/**
 * Node makes a stream of an output when it is first asked for, which takes as long as half of a short run. Only a terminal needs
 * one, for its columns; to a pipe and to a file, writing is enough.
 */
function outputOf(descriptor: Descriptor, streamOf: () => NodeJS.WriteStream): Output {
  let opened: NodeJS.WriteStream | false | undefined
  const terminal = (): NodeJS.WriteStream | false => {
    opened ??=
      mayBeTerminal(descriptor) &&
      streamOf().on('error', (error: NodeJS.ErrnoException) => {
        if (!isClosedPipe(error)) throw outputError(error, descriptor)
      })
    return opened
  }
  return {
    write: (text) => {
      const stream = terminal()
      if (stream) stream.write(text)
      else writeAll(descriptor, Buffer.from(text))
    },
    get isTTY() {
      const stream = terminal()
      return stream !== false && stream.isTTY
    },
    get columns() {
      const stream = terminal()
      return stream ? stream.columns : undefined
    },
  }
}

/** Terminals are character devices; so is the null device, which is where scripts send what they do not want to see. */
function mayBeTerminal(descriptor: Descriptor): boolean {
  if (process.platform === 'win32') return true
  try {
    const output = fstatSync(descriptor)
    return output.isCharacterDevice() && output.rdev !== statSync(devNull).rdev
  } catch {
    // A closed descriptor: Node knows what to make of it.
    return true
  }
}

function writeAll(descriptor: Descriptor, bytes: Uint8Array): void {
  let written = 0
  while (written < bytes.length) written += writeSome(descriptor, bytes.subarray(written))
}

/** How many bytes are done with. */
function writeSome(descriptor: Descriptor, bytes: Uint8Array): number {
  try {
    return writeSync(descriptor, bytes)
  } catch (error) {
    const failure = error as NodeJS.ErrnoException
    if (isClosedPipe(failure)) return bytes.length
    if (failure.code !== 'EAGAIN') throw outputError(failure, descriptor)
    // Another process has made the pipe non-blocking, and it is full.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    return 0
  }
}

/** `readme-lint | head -1` closes the pipe early; that is no failure, and the exit code stays what it would have been. */
function isClosedPipe({ code }: NodeJS.ErrnoException): boolean {
  return code === 'EPIPE' || code === 'EOF'
}

function outputError({ message }: NodeJS.ErrnoException, descriptor: Descriptor): UserError {
  const reason = message.replace(/^(E[A-Z]+): (.+), write$/, '$2 ($1)')
  return new UserError(`cannot write to standard ${descriptor === 1 ? 'output' : 'error'}: ${reason}`)
}

async function readStdin(): Promise<Uint8Array> {
  // Node takes a folder for an empty input.
  if (fstatSync(0).isDirectory()) throw new UserError('standard input is a folder: give its path as an argument')
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  return Buffer.concat(chunks)
}
