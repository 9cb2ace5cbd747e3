import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import { rangeOf } from '@frontdoor/markdown/nodes'
import type { PackageName } from './registries.ts'

/** A package that a command in a README installs. */
export interface Installed extends PackageName {
  /** The name in the command. */
  readonly at: Range
}

type Command = readonly [words: RegExp, ecosystem: PackageName['ecosystem'], name: RegExp]

const npmName = /^((?:@[a-z\d~-][\w.~-]*\/)?[a-z\d~-][\w.~-]*)(?:@[\w.^~*-]+)?$/
const pypiName = /^["']?([A-Za-z\d][\w.-]*)(?:\[[\w,.-]+\])?(?:[=<>~!]=?[\w.,*=<>!~-]*)?["']?$/
const plainName = /^([A-Za-z\d][\w-]*)(?:@[\w.^~*-]+)?$/

/** How packages are installed, by whoever documents it on its site; read on 2026-11-26 and 2026-11-28. */
const commands: readonly Command[] = [
  [/^(?:npm (?:i|install|add)|pnpm (?:add|i|install)|yarn (?:global )?add|bun (?:add|i|install))$/, 'npm', npmName],
  [
    /^(?:(?:python3? -m )?pip3? install|uv (?:add|pip install|tool install)|pipx install|poetry add)$/,
    'pypi',
    pypiName,
  ],
  [/^cargo (?:add|install)$/, 'crates', plainName],
  [/^(?:gem install|bundle add)$/, 'rubygems', plainName],
  [/^composer require$/, 'packagist', /^([a-z\d][\w.-]*\/[a-z\d][\w.-]*)(?::[\w.^~*-]+)?$/],
  [/^go (?:get|install)$/, 'go', /^([a-z\d-]+(?:\.[a-z\d-]+)+\/[\w./~-]*[\w~-])(?:@[\w.^~*+-]+)?$/i],
  [/^dotnet (?:add )?package(?: add)?$/, 'nuget', /^([A-Za-z_]\w*(?:\.[\w-]+)*)$/],
  [
    /^(?:deno add|(?:npx |pnpm dlx |yarn dlx |bunx )?jsr add)$/,
    'jsr',
    /^(?:jsr:)?(@[a-z\d-]+\/[a-z\d-]+)(?:@[\w.^~*-]+)?$/,
  ],
  [
    /^docker pull$/,
    'docker',
    /^(?:docker\.io\/)?([a-z\d]+(?:[_-]+[a-z\d]+)*\/[a-z\d]+(?:[._-]+[a-z\d]+)*)(?::[\w.-]+)?$/,
  ],
  [/^(?:cabal (?:(?:v2-|new-)?install)|stack install)$/, 'hackage', /^([A-Za-z\d][A-Za-z\d-]*)(?:-\d[\d.]*)?$/],
  [/^opam install$/, 'opam', /^([A-Za-z_][\w+-]*)(?:\.[\w.~+-]+)?$/],
  [/^luarocks (?:--local )?install$/, 'luarocks', /^([A-Za-z][\w.-]*)$/],
  [/^nimble install$/, 'nimble', /^([A-Za-z]\w*)(?:@[\w.#-]+)?$/],
  [/^(?:cpanm?|cpan install|cpm install)$/, 'cpan', /^([A-Za-z]\w*(?:::\w+)*)$/],
  [/^elm install$/, 'elm', /^([A-Za-z\d][\w-]*\/[a-z][a-z\d-]*)$/],
  [/^(?:dart|flutter) pub add$/, 'pub', /^(?:dev:)?([a-z_][a-z\d_]*)$/],
]

/** Calls of R and Julia that do. */
const calls: readonly (readonly [call: RegExp, ecosystem: PackageName['ecosystem']])[] = [
  [/\binstall\.packages\(\s*["'](?<name>[A-Za-z][\w.]*)["']\s*\)/dg, 'cran'],
  [/\bpak::(?:pkg_install|pak)\(\s*["'](?<name>[A-Za-z][\w.]*)["']\s*\)/dg, 'cran'],
  [/\bPkg\.add\(\s*"(?<name>[A-Za-z]\w*)"\s*\)/dg, 'julia'],
  [/(?:\bpkg>|\]) ?add (?<name>[A-Za-z]\w*)\s*$/dg, 'julia'],
]

/** Flags that say nothing of where a package comes from. Any other may take the next word, or name another registry. */
const harmless =
  /^-(?:[DEgdOPSUqy]|-(?:save|save-dev|save-exact|save-prod|dev|exact|global|upgrade|user|quiet|yes|locked|no-save))$/

/** What somebody has to fill in. */
const placeholder =
  /^(?:your|my|some|the)[-_]|^(?:packages?|names?|modules?|projects?|foo|bar|baz)$|[-_](?:name|here)$/i

/** The packages that commands in the code of a document install. */
export function installed(document: MarkdownDocument): Installed[] {
  return document.nodes.of('code').flatMap(({ node }) => {
    const { start, end } = rangeOf(node)
    return [...document.slice({ start, end }).matchAll(/[^\r\n]+/g)].flatMap((line) =>
      inLine(line[0], start + line.index),
    )
  })
}

function inLine(line: string, offset: number): Installed[] {
  const called = calls.flatMap(([call, ecosystem]) =>
    [...line.matchAll(call)].flatMap(({ groups, indices }) => {
      const [start, end] = indices?.groups?.name ?? [0, 0]
      const name = groups?.name ?? ''
      return placeholder.test(name) ? [] : [{ ecosystem, name, at: { start: offset + start, end: offset + end } }]
    }),
  )
  const prompt = /^[\s>]*(?:[$%#] )?(?:sudo )?/.exec(line)?.[0].length ?? 0
  const typed = commands.flatMap(([words, ecosystem, name]) => {
    const end = commandEnd(line, prompt, words)
    if (end === undefined) return []
    return argumentsOf(line, end).flatMap(({ text, index }) => {
      const [, found] = name.exec(text) ?? []
      if (found === undefined || placeholder.test(found)) return []
      const start = offset + index + text.indexOf(found)
      return [{ ecosystem, name: found, at: { start, end: start + found.length } }]
    })
  })
  return [...called, ...typed]
}

/** Where the words of a command end in a line; undefined where others stand there. */
function commandEnd(line: string, start: number, words: RegExp): number | undefined {
  const ends = [...line.slice(start, start + 60).matchAll(/(?=\s|$)/g)].map(({ index }) => start + index)
  return ends.find((end) => words.test(line.slice(start, end).replaceAll(/\s+/g, ' ')))
}

interface Argument {
  readonly text: string
  readonly index: number
}

/** What stands behind a command; nothing where a flag may change its meaning. */
function argumentsOf(line: string, from: number): Argument[] {
  const found: Argument[] = []
  for (const { 0: text, index } of line.slice(from).matchAll(/\S+/g)) {
    if (/^(?:&&|\|\|?|;|#.*|\\|>)$/.test(text)) break
    if (!text.startsWith('-')) found.push({ text, index: from + index })
    else if (!harmless.test(text)) return []
  }
  return found
}
