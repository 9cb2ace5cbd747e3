import type { Ecosystem } from '@frontdoor/kit/project'

/** What a command takes its packages from. */
export type Source = Ecosystem | 'conda' | 'brew' | 'helm'

/** A package that a command installs or runs. */
export interface Install {
  readonly ecosystem: Source
  /** `add`: into the project; `global`: for the user; `run`: fetched and run; `run-local`: run from the project if it is there. */
  readonly how: 'add' | 'global' | 'run' | 'run-local'
  /** Name of the package, without version and extras. */
  readonly name: string
  /** Index of the name in the line. */
  readonly index: number
}

interface Form {
  readonly ecosystem: Source
  readonly how: Install['how']
  readonly command: RegExp
}

/** Commands up to the names of the packages, longer ones first where one begins as another. */
const forms: readonly Form[] = [
  form(
    'npm',
    'add',
    String.raw`(?:npm|cnpm) (?:i|in|install|add|isntall)|pnpm (?:add|i|install)|yarn (?:workspace \S+ )?add|bun (?:add|i|install)|ni`,
  ),
  form('npm', 'global', 'yarn global add'),
  form('npm', 'run-local', 'npx|bunx|npm exec|npm x'),
  form('npm', 'run', 'pnpm dlx|pnpx|yarn dlx|bun x|nlx'),
  form(
    'pypi',
    'add',
    '(?:python3?|py) -m pip install|pip3? install|uv (?:pip install|add)|poetry add|pdm add|pipenv install|rye add|hatch add',
  ),
  form('pypi', 'global', 'pipx install|uv tool install'),
  form('pypi', 'run', 'uvx|pipx run|uv tool run'),
  form('crates', 'add', 'cargo add'),
  form('crates', 'global', 'cargo install|cargo binstall'),
  form('go', 'add', 'go get'),
  form('go', 'global', 'go install'),
  form('go', 'run', 'go run'),
  form('packagist', 'add', 'composer (?:global )?require|composer create-project'),
  form('rubygems', 'add', 'gem install|bundle add'),
  form('nuget', 'add', String.raw`dotnet add (?:\S+ )?package|Install-Package|dotnet package add`),
  form('nuget', 'global', 'dotnet tool install'),
  form('pub', 'add', '(?:flutter|dart) pub add'),
  form('jsr', 'add', '(?:npx|pnpm dlx|bunx|yarn dlx) jsr add|deno add'),
  form('vscode', 'add', 'ext install|(?:code|code-insiders|codium|cursor) --install-extension'),
  form('conda', 'add', '(?:conda|mamba|micromamba) install|pixi (?:global )?(?:add|install)'),
  form('brew', 'global', 'brew (?:cask )?install'),
  form('hackage', 'global', 'cabal (?:v2-|new-)?install|stack install'),
  form('opam', 'add', 'opam install'),
  form('luarocks', 'add', 'luarocks (?:--local )?install'),
  form('nimble', 'add', 'nimble install'),
  form('elm', 'add', 'elm install'),
  form('helm', 'add', 'helm (?:install|upgrade|template|pull)'),
]

/** Lines that declare a dependency, with its name. */
const declarations: readonly { readonly ecosystem: Source; readonly line: RegExp }[] = [
  { ecosystem: 'hex', line: /\{:(?<name>[a-z]\w*), *"(?=[~>=<\d ]*\d)/dg },
  { ecosystem: 'rubygems', line: /^\s*gem ["'](?<name>[A-Za-z][\w.-]*)["']/dg },
  { ecosystem: 'nuget', line: /<PackageReference\s+Include=["'](?<name>[A-Za-z][\w.-]*)["']/dg },
]

function form(ecosystem: Source, how: Install['how'], command: string): Form {
  return { ecosystem, how, command: new RegExp(`(?<![\\w./@-])(?:${command})(?=[ \\t])`, 'gi') }
}

/** Options that the next word belongs to. */
const valued =
  /^(?:-[crtifFpn]|--(?:channel|name|namespace|set|values|requirement|constraint|target|index-url|extra-index-url|find-links|index|git|path|branch|tag|rev|features|version|registry|root|prefix|package|from|with|filter|group|extra|source|framework|python))$/

/** One of these is in every command above; most lines have none. */
const tools =
  /npm|pnpx|npx|yarn|bun|\bn[il]x?\b|\bpy|pip|\buv|poetry|pdm|rye|hatch|cargo|\bgo\b|composer|gem|dotnet|Install-Package|PackageReference|flutter|dart|deno|--install-extension|ext install|conda|mamba|pixi|brew|helm|cabal|stack|opam|luarocks|nimble|elm|\{:/i

/** No command that a person writes is longer, and each may name as many packages as fit behind it. */
const longest = 1000

/** What the commands in a line install, or fetch and run. */
export function installsIn(line: string): Install[] {
  if (line.length > longest || !tools.test(line)) return []
  return [...declaredIn(line), ...commandsIn(line)]
}

function declaredIn(text: string): Install[] {
  return declarations.flatMap(({ ecosystem, line }) =>
    [...text.matchAll(line)].flatMap(({ groups, indices }) => {
      const [index] = indices?.groups?.name ?? []
      return groups?.name && index !== undefined ? { ecosystem, how: 'add' as const, name: groups.name, index } : []
    }),
  )
}

function commandsIn(line: string): Install[] {
  return forms.flatMap(({ ecosystem, how, command }) =>
    [...line.matchAll(command)].flatMap(({ 0: words, index }) => {
      const rest = index + words.length
      const found = packagesIn(line, rest)
      // Of what is run only the first word is a package.
      const named = how.startsWith('run') ? found.slice(0, 1) : found
      return named.flatMap((word) => read(word, { ecosystem, how: isGlobal(line.slice(rest)) ? 'global' : how }))
    }),
  )
}

function isGlobal(rest: string): boolean {
  return /(?:^|\s)(?:-g|--global)(?=\s|$)/.test(rest)
}

interface Word {
  readonly text: string
  readonly index: number
}

/** The words up to the end of the command that are no options; none where an option says that something else is installed. */
function packagesIn(line: string, from: number): Word[] {
  const words = [...line.slice(from).matchAll(/"[^"]*"|'[^']*'|[^\s;&|#<>`)"']+|[;&|#<>`)]/g)]
  const found: Word[] = []
  for (let at = 0; at < words.length; at++) {
    const [word = ''] = words[at] ?? []
    if (/^(?:[;&|#<>`)]|--)$/.test(word)) break
    if (/^(?:-r|-e|--requirement|--editable|--git|--path|-p|--package|--from)(?:=|$)/.test(word)) return []
    if (valued.test(word)) at++
    else if (!word.startsWith('-')) found.push(unquoted(word, from + (words[at]?.index ?? 0)))
  }
  return found
}

function unquoted(word: string, index: number): Word {
  return /^["']/.test(word) ? { text: word.slice(1, -1), index: index + 1 } : { text: word, index }
}

/** What a name looks like, and what may follow it. */
const names: Readonly<Partial<Record<Source, RegExp>>> = {
  npm: /^(?:@[\w.-]+\/)?[\w][\w.-]*(?=@|$)/,
  pypi: /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?(?=[[=<>~!@]|$)/,
  crates: /^[A-Za-z][\w-]*(?=@|$)/,
  go: /^[\w-]+(?:\.[\w-]+)+(?:\/[\w.~-]+)+(?=@|$)/,
  packagist: /^[\w.-]+\/[\w.-]+(?=:|$)/,
  rubygems: /^[A-Za-z][\w.-]*(?=:|$)/,
  nuget: /^[A-Za-z][\w.-]*$/,
  pub: /^[a-z][\w]*(?=:|$)/,
  jsr: /^(?:jsr:)?@[\w-]+\/[\w-]+(?=@|$)/,
  vscode: /^[\w-]+\.[\w-]+(?=@|$)/,
  conda: /^(?:[\w-]+::)?[A-Za-z][\w.-]*(?=[=<>]|$)/,
  // A version may stand behind the name.
  hackage: /^[A-Za-z\d]+(?:-(?=\d*[A-Za-z])[A-Za-z\d]+)*(?=-\d|$)/,
  opam: /^[A-Za-z_][\w+-]*(?=[.=<>]|$)/,
  luarocks: /^[A-Za-z][\w.-]*$/,
  nimble: /^[A-Za-z]\w*(?=@|$)/,
  elm: /^[\w-]+\/[\w-]+$/,
  brew: /^(?:[\w-]+\/[\w-]+\/)?[A-Za-z][\w.+-]*(?=@|$)/,
  // The name of the release stands before that of the chart, and has no slash.
  helm: /^(?:oci:\/\/)?(?:[A-Za-z\d][\w.-]*\/)+[A-Za-z][\w-]*$/,
}

function read({ text, index }: Word, install: Pick<Install, 'ecosystem' | 'how'>): Install[] {
  const [name] = names[install.ecosystem]?.exec(text) ?? []
  if (name === undefined || /^\.|\.(?:tgz|whl|zip|git|gem|txt|tar\.gz)$/.test(text)) return []
  const prefix = /^jsr:/.exec(name)?.[0].length ?? 0
  return [{ ...install, name: name.slice(prefix), index: index + prefix }]
}

/** A name as its registry compares it. */
export function comparable(name: string, ecosystem: Source): string {
  if (ecosystem === 'helm' || ecosystem === 'brew') return (name.split('/').at(-1) ?? '').toLowerCase()
  if (ecosystem === 'conda') return comparable(name.split('::').at(-1) ?? '', 'pypi')
  if (ecosystem === 'pypi') return name.toLowerCase().replaceAll(/[-_.]+/g, '-')
  if (ecosystem === 'crates') return name.replaceAll('_', '-')
  return ecosystem === 'go' ? name : name.toLowerCase()
}
