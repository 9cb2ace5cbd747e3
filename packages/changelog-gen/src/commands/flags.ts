/** Flags of commands that may ask a forge for pull requests. */
export const forgeFlags = {
  pullRequests: { summary: 'take titles and labels from pull requests on GitHub or GitLab, too' },
  cache: { summary: 'keep what the server said in this folder', value: 'folder' },
  offline: { summary: 'only use what is kept' },
} as const

/** Flags of `explain`. The last six are those of every command that reads a history. */
export const explainFlags = {
  all: { summary: 'every commit, or those of FROM..TO' },
  strict: { summary: 'exit 1 unless every commit is listed or left out for exactly one reason' },
  format: { summary: 'how to print it; json is one object a line', value: 'name', choices: ['text', 'json'] },
  config: { summary: 'read this config file', value: 'file' },
  package: { summary: 'a package of the workspace, or "all"; may be given several times', value: 'name', repeat: true },
  fromContext: { summary: 'take further changes, as JSON, from standard input' },
  pullRequests: { summary: 'take titles and labels from pull requests on GitHub or GitLab, too' },
  cache: { summary: 'keep what the server said in this folder', value: 'folder' },
  offline: { summary: 'only use what is kept' },
} as const

/** Flags of `next`. */
export const nextFlags = {
  pre: { summary: 'make it a prerelease: alpha, beta, rc', value: 'name' },
  stable: { summary: 'end a series of prereleases' },
  format: { summary: 'how to print it', value: 'name', choices: ['text', 'json'] },
  config: { summary: 'read this config file', value: 'file' },
  package: { summary: 'a package of the workspace, or "all"; may be given several times', value: 'name', repeat: true },
  fromContext: { summary: 'take further changes, as JSON, from standard input' },
  pullRequests: { summary: 'take titles and labels from pull requests on GitHub or GitLab, too' },
  cache: { summary: 'keep what the server said in this folder', value: 'folder' },
  offline: { summary: 'only use what is kept' },
} as const

/** Flags of `publish`. */
export const publishFlags = {
  draft: { summary: 'leave it a draft, which only those who may write see (it is published else)' },
  dryRun: { summary: 'change nothing; print what would be asked of the server' },
  release: { summary: 'the version, where it is not the one that the changes ask for', value: 'version' },
  tag: { summary: 'the tag, where it is not the newest, or that of the config', value: 'name' },
  name: { summary: 'the name, instead of the one in the config', value: 'text' },
  target: { summary: 'the branch to release', value: 'branch' },
  cache: { summary: 'keep what the server said in this folder', value: 'folder' },
  offline: { summary: 'only use what is kept' },
  config: { summary: 'read this config file', value: 'file' },
} as const

/** Flags of `label`. */
export const labelFlags = {
  dryRun: { summary: 'change nothing; print the labels' },
  cache: { summary: 'keep what the server said in this folder', value: 'folder' },
  offline: { summary: 'only use what is kept' },
  config: { summary: 'read this config file', value: 'file' },
} as const

/** Flags of `init`. */
export const initFlags = {
  from: { summary: 'the file with the settings of another tool, where there are several', value: 'file' },
  dryRun: { summary: 'write nothing; print the config' },
} as const
