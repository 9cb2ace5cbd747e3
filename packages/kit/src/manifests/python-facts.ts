/** What a Python project's configuration says, before its links are told apart. */
export interface PythonFacts {
  readonly name?: string | undefined
  readonly version?: string | undefined
  readonly description?: string | undefined
  readonly license?: string | undefined
  readonly readme?: string | undefined
  /** What the README is written in, as a MIME type, where its name does not tell. */
  readonly readmeType?: string | undefined
  readonly runtime?: string | undefined
  /** Requirements as they are written: `tea[milk] >= 1; python_version < "3.10"`. */
  readonly dependencies?: readonly string[]
  /** Addresses by label, in their order. */
  readonly urls: readonly (readonly [label: string, url: string])[]
  readonly classifiers: readonly string[]
  readonly commands: readonly string[]
  readonly private?: boolean
  readonly members?: readonly string[]
}

/** setuptools takes a README for reStructuredText unless it is told otherwise, whatever its name (its documentation, read 2026-11-26). */
export const untoldType = 'text/x-rst'
