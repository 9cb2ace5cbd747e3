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
  readonly fetch: typeof fetch
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
    stdout: outputOf(() => process.stdout),
    stderr: outputOf(() => process.stderr),
    stdin: readStdin,
    now: () => new Date(),
    fetch: (input, init) => fetch(input, init),
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
    fetch: (input, init) => fetch(input, init),
  }
}

/** Node makes a stream when it is first asked for, which takes a while; on standard error there is mostly nothing to say. */
function outputOf(streamOf: () => NodeJS.WriteStream): Output {
  let opened: NodeJS.WriteStream | undefined
  const open = (): NodeJS.WriteStream => {
    opened ??= streamOf().on('error', ignoreClosedPipe)
    return opened
  }
  return {
    write: (text) => {
      open().write(text)
    },
    get isTTY() {
      return open().isTTY === true
    },
    get columns() {
      return open().isTTY ? open().columns : undefined
    },
  }
}

/** `readme-lint | head -1` closes the pipe early; that is no failure, and the exit code stays what it would have been. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  return Buffer.concat(chunks)
}
