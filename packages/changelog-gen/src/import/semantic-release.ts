import type { Bump } from '../change.ts'
import { at, listAt, textAt } from '../json.ts'
import { highest } from '../model/assemble.ts'
import type { GivenCategory } from '../settings.ts'
import { type TypeRow, typeCategories, typeRows, usualRows } from './conventional-types.ts'
import { changelogOf, type Imported } from './imported.ts'
import { type Advice, keyNotes, presetNotes } from './key-notes.ts'

const options = ['preset', 'config', 'presetConfig', 'releaseRules', 'changelogFile']

const mapped = [
  ...['branches', 'branch', 'tagFormat', 'plugins', 'repositoryUrl', ...options, 'analyzeCommits', 'generateNotes'],
  ...['$schema', 'ci', 'debug', 'dryRun'],
]

const advice: Advice = [
  ['settings of packages are not read; write them out', 'extends'],
  [
    'the release job does it',
    ...['verifyConditions', 'verifyRelease', 'prepare', 'publish', 'addChannel', 'success', 'fail'],
    ...['npmPublish', 'pkgRoot', 'tarballDir', 'assets', 'message'],
  ],
]

const optionAdvice: Advice = [
  ['the text above the releases is that of the changelog; edit it there', 'changelogTitle'],
  ['entries are written in the style of the changelog', 'writerOpts'],
]

const defaultBumps: Readonly<Record<string, Bump>> = {
  feat: 'minor',
  feature: 'minor',
  fix: 'patch',
  perf: 'patch',
  revert: 'patch',
}

const jobs: Readonly<Record<string, string>> = {
  '@semantic-release/npm': 'the release job publishes the package',
  '@semantic-release/git': 'the release job commits the changelog',
  '@semantic-release/exec': 'no program is run; the release job does it',
  '@semantic-release/github': 'call "changelog-gen publish"',
  '@semantic-release/gitlab': 'call "changelog-gen publish"',
}

const described = [
  '@semantic-release/commit-analyzer',
  '@semantic-release/release-notes-generator',
  '@semantic-release/changelog',
]

/** Reads .releaserc (semantic-release 25, read 2026-11). */
export function importSemanticRelease(config: unknown): Imported {
  const plugins = pluginsOf(config)
  // What stands at the top is for all plugins, and what stands at a step for the one that does it.
  const optionsOf = (name: string, step = '') => ({
    ...(config as object),
    ...(Object(at(config, step)) as object),
    ...plugins.get(`@semantic-release/${name}`),
  })
  const analyzer = optionsOf('commit-analyzer', 'analyzeCommits')
  const generator = optionsOf('release-notes-generator', 'generateNotes')
  const rules = listAt(analyzer, 'releaseRules')
  const rows = typeRows(listAt(generator, 'presetConfig', 'types'))
  const bumpOf = (type: string, scope?: string) => bumpBy(rules, type, scope) ?? defaultBumps[type] ?? 'none'
  const format = textAt(config, 'tagFormat')
  const changelog = changelogOf('changelogFile', textAt(optionsOf('changelog'), 'changelogFile'))
  const shown = rows.length > 0 ? rows : usualRows
  const listed = new Set(shown.filter(({ hidden }) => !hidden).map(({ type }) => type))
  const sections = typeCategories(shown, (type) => bumpOf(type))
  const categories = withScopes([...quiet(rules, listed), ...sections], { rules, rows: shown, bumpOf })
  const presets = [analyzer, generator].flatMap((own) => [...presetNotes(own, 'preset'), ...presetNotes(own, 'config')])
  return {
    settings: {
      ...changelog.settings,
      style: 'conventional-changelog',
      zero: 'major',
      initialVersion: '1.0.0',
      ...(format && { tags: [format.replaceAll(/\$\{\s*version\s*\}/g, '{version}')] }),
      merges: 'commits',
      categories,
    },
    notes: [
      ...changelog.notes,
      ...new Set(presets),
      ...branchNotes(config),
      ...ruleNotes(rules),
      ...pluginNotes(plugins),
      ...keyNotes(config, { mapped, advice }),
    ],
  }
}

function pluginsOf(config: unknown): Map<string, object> {
  return new Map(
    listAt(config, 'plugins').map((one) => {
      const [name, options] = Array.isArray(one) ? one : [one, {}]
      return [String(name), (options ?? {}) as object]
    }),
  )
}

/**
 * What the rules say of a type with a scope: the highest release of those that match, and none where the last of them says so
 * (commit-analyzer's `analyze-commit.js`, read 2026-11-27); undefined where none matches.
 */
function bumpBy(rules: readonly unknown[], type: string, scope = ''): Bump | undefined {
  const bumps = rules.filter((rule) => isPlain(rule) && fits(rule, type, scope)).map(releaseOf)
  return bumps.reduce<Bump | undefined>((found, bump) => {
    return found === undefined || found === 'none' || bump === 'none' ? bump : highest([found, bump])
  }, undefined)
}

/** True for a rule about a type or a scope, or both, by name. */
function isPlain(rule: unknown): boolean {
  const values = [textAt(rule, 'type'), textAt(rule, 'scope')]
  const known = Object.keys((rule ?? {}) as object).every((key) => ['type', 'scope', 'release'].includes(key))
  return known && values.some((value) => value !== '') && !values.some((value) => /[*?{}[\]()!|]|^\//.test(value))
}

function fits(rule: unknown, type: string, scope: string): boolean {
  const [ruled, about] = [textAt(rule, 'type'), textAt(rule, 'scope')]
  return (ruled === '' || ruled === type) && (about === '' || about === scope)
}

function releaseOf(rule: unknown): Bump {
  const release = textAt(rule, 'release').replace(/^pre/, '')
  return release === 'major' || release === 'minor' || release === 'patch' ? release : 'none'
}

/**
 * Sections with what rules about a scope say in front of each: a part of it with another bump. The rules come first, hidden,
 * for types that no section lists.
 */
function withScopes(
  sections: readonly GivenCategory[],
  {
    rules,
    rows,
    bumpOf,
  }: { readonly rules: readonly unknown[]; readonly rows: readonly TypeRow[]; readonly bumpOf: BumpOf },
): GivenCategory[] {
  const plain = rules.filter((rule) => isPlain(rule) && textAt(rule, 'scope') !== '')
  const scopes = [...new Set(plain.map((rule) => textAt(rule, 'scope')))]
  const listed = rows.filter(({ hidden, scope }) => !hidden && scope === undefined)
  const types = new Set([...rows.map(({ type }) => type), ...plain.map((rule) => textAt(rule, 'type') || 'chore')])
  const unlisted = [...types].filter((type) => !listed.some((row) => row.type === type))
  const parts = scopes.flatMap((scope) => partsOf(listed, scope, bumpOf))
  const hidden = scopes.flatMap((scope) =>
    partsOf(
      unlisted.map((type) => ({ type, title: `Releases of ${scope}` })),
      scope,
      bumpOf,
    ).map((one) => ({ ...one, hidden: true })),
  )
  return [
    ...hidden,
    ...sections.flatMap((one, at) =>
      sections.findIndex(({ title }) => title === one.title) === at
        ? [...parts.filter(({ title }) => title === one.title), one]
        : [one],
    ),
  ]
}

type BumpOf = (type: string, scope?: string) => Bump

/** The types that move another version with a scope than without. */
function partsOf(rows: readonly Pick<TypeRow, 'type' | 'title'>[], scope: string, bumpOf: BumpOf): GivenCategory[] {
  const some = rows.filter(({ type }) => bumpOf(type, scope) !== bumpOf(type))
  const kinds = new Map(
    some.map(({ type, title }) => [`${bumpOf(type, scope)} ${title}`, { title, bump: bumpOf(type, scope) }]),
  )
  return [...kinds.values()].map(({ title, bump }) => {
    const types = some.filter((row) => row.title === title && bumpOf(row.type, scope) === bump).map(({ type }) => type)
    const [only = ''] = types
    return { title, when: { type: types.length === 1 ? only : types, scope, breaking: false }, bump }
  })
}

function ruleNotes(rules: readonly unknown[]): string[] {
  const others = rules.filter((rule) => !isPlain(rule) && !isUsual(rule))
  return [
    ...others.map(
      (rule) =>
        `releaseRules: ${JSON.stringify(rule)}: a category decides where a change is listed, too; write it as one`,
    ),
    ...(rules.some((rule) => isPlain(rule) && releaseOf(rule) === 'none')
      ? ['releaseRules: what breaks something moves the version, even where a rule says "release: false"']
      : []),
  ]
}

/** What breaks something is a major change here, too, and a revert is listed. */
function isUsual(rule: unknown): boolean {
  const keys = Object.keys((rule ?? {}) as object).filter((key) => key !== 'release')
  const [key] = keys
  if (keys.length !== 1) return false
  return (key === 'breaking' && releaseOf(rule) === 'major') || (key === 'revert' && releaseOf(rule) === 'patch')
}

/** Types that move the version and stand in no section. */
function quiet(rules: readonly unknown[], listed: ReadonlySet<string>): GivenCategory[] {
  const types = rules.flatMap((rule) => {
    const type = textAt(rule, 'type')
    return type && !listed.has(type) && textAt(rule, 'scope') === '' && releaseOf(rule) !== 'none'
      ? [{ type, rule }]
      : []
  })
  return types.map(({ type, rule }) => ({ title: `Type ${type}`, when: { type }, bump: releaseOf(rule), hidden: true }))
}

function branchNotes(config: unknown): string[] {
  return listAt(config, 'branches').flatMap((branch) => {
    const [name, prerelease] = [textAt(branch, 'name'), at(branch, 'prerelease')]
    if (!prerelease) return []
    return [`branches: on ${name}, call "changelog-gen next --pre ${identifierOf(name, prerelease)}"`]
  })
}

/** The name of the branch, or a text, which may be made of that name: `${name.replace(/^pre\\//, '')}`. */
function identifierOf(name: string, prerelease: unknown): string {
  const own = typeof prerelease === 'string' && !prerelease.includes('${') ? prerelease : name.replace(/^.*\//, '')
  return /^[\w.-]+$/.test(own) ? own : 'NAME'
}

function pluginNotes(plugins: ReadonlyMap<string, object>): string[] {
  return [...plugins].flatMap(([name, given]) => {
    if (jobs[name]) return [`plugins: ${name}: ${jobs[name]}`]
    if (!described.includes(name)) return [`plugins: ${name} is not known here`]
    return keyNotes(given, { mapped: options, advice: optionAdvice, prefix: 'plugins: ' })
  })
}
