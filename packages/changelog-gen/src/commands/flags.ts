/** Flags of `explain`. The last three are those of every command that reads a history. */
export const explainFlags = {
  all: { summary: 'every commit, or those of FROM..TO' },
  strict: { summary: 'exit 1 unless every commit is listed or left out for exactly one reason' },
  format: { summary: 'how to print it; json is one object a line', value: 'name', choices: ['text', 'json'] },
  config: { summary: 'read this config file', value: 'file' },
  package: { summary: 'a package of the workspace, or "all"; may be given several times', value: 'name', repeat: true },
  fromContext: { summary: 'take further changes, as JSON, from standard input' },
} as const

/** Flags of `next`. */
export const nextFlags = {
  pre: { summary: 'make it a prerelease: alpha, beta, rc', value: 'name' },
  stable: { summary: 'end a series of prereleases' },
  format: { summary: 'how to print it', value: 'name', choices: ['text', 'json'] },
  config: { summary: 'read this config file', value: 'file' },
  package: { summary: 'a package of the workspace, or "all"; may be given several times', value: 'name', repeat: true },
  fromContext: { summary: 'take further changes, as JSON, from standard input' },
} as const
