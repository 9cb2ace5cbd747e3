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
  readonly columns?: number
}

/** A user's mistake or a job that could not be done: told without a stack trace, exit code 2. */
export class UserError extends Error {
  override readonly name = 'UserError'
}
