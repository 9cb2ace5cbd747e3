/** Something outside of the command line that a command reads or writes. */
export interface Surrounding {
  /** As one would write it; several with `, ` between. */
  readonly name: string
  readonly what: string
  /** Names of the tools that it concerns; all where absent. */
  readonly tools?: readonly string[]
}

/** Files that the tools read and write by themselves. */
export const surroundingFiles: readonly Surrounding[] = [
  {
    name: 'frontdoor.yml, .yaml, .json, .jsonc, .toml',
    what: 'configuration, also in `.config/`, up to the root of the repository: see [configuration](../config.md)',
  },
  { name: 'package.json, pyproject.toml', what: 'the same under the key `frontdoor`, or in `[tool.frontdoor]`' },
  {
    name: 'README.md, README.rst',
    what: 'what is looked at where no path is given, in the folder and in each package of the workspace',
    tools: ['readme-lint', 'badge-sync'],
  },
  { name: '.gitignore', what: 'what is passed over in folders', tools: ['readme-lint', 'badge-sync'] },
  { name: 'CHANGELOG.md', what: 'what is written, or what stands for it in the folder', tools: ['changelog-gen'] },
  {
    name: '.changeset/, changelog.d/, newsfragments/',
    what: 'fragments: files that each describe a change',
    tools: ['changelog-gen'],
  },
  {
    name: '.changelog/overrides.yml',
    what: 'what is said of merged changes afterwards, by hash or `"#12"`; so are notes of git, in `refs/notes/changelog`',
    tools: ['changelog-gen'],
  },
  {
    name: '.changelog/pull-requests.jsonl',
    what: 'where pull requests are kept that the forge was asked about, if it is there; else they are in the caches',
    tools: ['changelog-gen'],
  },
  { name: '.mailmap', what: 'who is who, as git reads it', tools: ['changelog-gen'] },
  {
    name: '~/.cache/frontdoor/',
    what: 'caches, which may be removed at any time: `~/Library/Caches` on macOS, `%LOCALAPPDATA%` on Windows',
  },
]

const forge = ['changelog-gen']

/** Environment variables that the tools obey. */
export const surroundingVariables: readonly Surrounding[] = [
  { name: 'NO_COLOR, FORCE_COLOR', what: 'never colour, or always; `--color` comes first' },
  { name: 'GITHUB_ACTIONS', what: '`true` makes `--format github` the default, so that findings become annotations' },
  {
    name: 'GITHUB_TOKEN, GH_TOKEN',
    what: 'the token for the API of GitHub; sent to no other host',
    tools: ['changelog-gen', 'badge-sync'],
  },
  { name: 'GITHUB_API_URL, GITHUB_SERVER_URL', what: 'a GitHub of your own', tools: forge },
  { name: 'GITHUB_REPOSITORY', what: '`owner/name`, where the git remote does not tell', tools: forge },
  { name: 'GITHUB_REF', what: 'the branch that is released', tools: forge },
  { name: 'GITHUB_GRAPHQL_URL', what: 'where the block `sponsors` asks GitHub', tools: ['badge-sync'] },
  {
    name: 'FRONTDOOR_LIBERAPAY_URL, FRONTDOOR_OPEN_COLLECTIVE_URL',
    what: 'where the block `sponsors` asks instead, for tests and mirrors',
    tools: ['badge-sync'],
  },
  {
    name: 'GOPROXY, GONOPROXY, GOPRIVATE',
    what: 'where `--online` asks for modules of Go, and for which it does not',
    tools: ['badge-sync'],
  },
  { name: 'GITHUB_EVENT_PATH', what: 'what a workflow of GitHub runs for: the default branch, the pull request' },
  { name: 'CI_DEFAULT_BRANCH, CI_PROJECT_PATH', what: 'the default branch, on GitLab' },
  { name: 'GITLAB_TOKEN, CI_JOB_TOKEN', what: 'the token for the API of GitLab; sent to no other host', tools: forge },
  { name: 'CI_API_V4_URL', what: 'a GitLab of your own', tools: forge },
  {
    name: 'GITLAB_CI, CI_COMMIT_TAG',
    what: 'that this is a pipeline of GitLab, and which tag it runs for',
    tools: forge,
  },
  {
    name: 'GITHUB_BASE_REF, BITBUCKET_PR_DESTINATION_BRANCH',
    what: 'the branch that a pull request is for, on GitHub and Bitbucket',
    tools: ['changelog-gen'],
  },
  {
    name: 'CI_MERGE_REQUEST_IID, CI_MERGE_REQUEST_TARGET_BRANCH_NAME, CI_MERGE_REQUEST_DIFF_BASE_SHA',
    what: 'the merge request that a pipeline of GitLab runs for, and what it is for',
    tools: ['changelog-gen'],
  },
  {
    name: 'CI_MERGE_REQUEST_TITLE, CI_MERGE_REQUEST_DESCRIPTION, CI_MERGE_REQUEST_LABELS, CI_MERGE_REQUEST_SQUASH_ON_MERGE',
    what: 'its title, text and labels, and whether it will be squashed',
    tools: ['changelog-gen'],
  },
  { name: 'SOURCE_DATE_EPOCH', what: 'the time that counts as now', tools: ['changelog-gen'] },
  {
    name: 'HTTP_PROXY, HTTPS_PROXY, NO_PROXY',
    what: 'the proxy for what is asked of the network, also in small letters',
  },
  { name: 'FRONTDOOR_CACHE, XDG_CACHE_HOME', what: 'where caches lie' },
  { name: 'NODE_DISABLE_COMPILE_CACHE', what: '`1` keeps no compiled code for the next run' },
  { name: 'FRONTDOOR_DEBUG', what: '`1` is `--debug`' },
]

/** Those that concern a tool. */
export function concerning(tool: string, all: readonly Surrounding[]): readonly Surrounding[] {
  return all.filter(({ tools }) => tools === undefined || tools.includes(tool))
}
