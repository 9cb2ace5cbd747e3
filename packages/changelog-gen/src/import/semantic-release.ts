import type { Bump } from '../change.ts'
import { at, listAt, textAt } from '../json.ts'
import type { GivenCategory } from '../settings.ts'
import { names, typeCategories, typeRows, usualRows } from './conventional-types.ts'
import type { Imported } from './imported.ts'
import { type Advice, keyNotes } from './key-notes.ts'

const options = ['preset', 'presetConfig', 'releaseRules']

const mapped = [
  ...['branches', 'tagFormat', 'plugins', 'repositoryUrl', ...options],
  ...['$schema', 'ci', 'debug', 'dryRun'],
]

const advice: Advice = [['settings of packages are not read; write them out', 'extends']]

const optionAdvice: Advice = [
  ['name the file with --output', 'changelogFile'],
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
  const optionsOf = (name: string) => ({ ...(config as object), ...plugins.get(`@semantic-release/${name}`) })
  const [analyzer, generator] = [optionsOf('commit-analyzer'), optionsOf('release-notes-generator')]
  const rules = listAt(analyzer, 'releaseRules')
  const rows = typeRows(listAt(generator, 'presetConfig', 'types'))
  const bumpOf = (type: string) => bumpBy(rules, type) ?? defaultBumps[type] ?? 'none'
  const format = textAt(config, 'tagFormat')
  const shown = rows.length > 0 ? rows : usualRows
  const listed = new Set(shown.filter(({ hidden }) => !hidden).map(({ type }) => type))
  const scoped = rules.flatMap((rule) => scopedRule(rule, listed))
  const categories = [...scoped, ...quiet(rules, listed), ...typeCategories(shown, bumpOf)]
  return {
    settings: {
      style: 'conventional-changelog',
      zero: 'major',
      initialVersion: '1.0.0',
      ...(format && { tags: [format.replaceAll(/\$\{\s*version\s*\}/g, '{version}')] }),
      merges: 'commits',
      categories,
    },
    notes: [
      ...branchNotes(config),
      ...ruleNotes(rules, listed),
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

function bumpBy(rules: readonly unknown[], type: string): Bump | undefined {
  const rule = rules.find((one) => textAt(one, 'type') === type && at(one, 'scope') === undefined)
  return rule === undefined ? undefined : releaseOf(rule)
}

function releaseOf(rule: unknown): Bump {
  const release = textAt(rule, 'release').replace(/^pre/, '')
  return release === 'major' || release === 'minor' || release === 'patch' ? release : 'none'
}

/** A rule about a scope, of a type that no section lists. Others would take from a section what it lists. */
function scopedRule(rule: unknown, listed: ReadonlySet<string>): GivenCategory[] {
  const [type, scope] = [textAt(rule, 'type'), textAt(rule, 'scope')]
  if (scope === '' || type === '' || listed.has(type)) return []
  const when = { type, scope, breaking: false }
  return [{ title: `Releases of ${type}(${scope})`, when, bump: releaseOf(rule), hidden: true }]
}

function ruleNotes(rules: readonly unknown[], listed: ReadonlySet<string>): string[] {
  return rules.flatMap((rule) => {
    const [type, scope] = [textAt(rule, 'type'), textAt(rule, 'scope')]
    if (type !== '' && (scope === '' || !listed.has(type))) return []
    return [`releaseRules: ${JSON.stringify(rule)}: a category decides where a change is listed, too; write it as one`]
  })
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
  const pre = listAt(config, 'branches').filter((one) => at(one, 'prerelease') !== undefined)
  return names(pre).map((name) => `branches: on ${name}, call "changelog-gen next --pre ${name}"`)
}

function pluginNotes(plugins: ReadonlyMap<string, object>): string[] {
  return [...plugins].flatMap(([name, given]) => {
    if (jobs[name]) return [`plugins: ${name}: ${jobs[name]}`]
    if (!described.includes(name)) return [`plugins: ${name} is not known here`]
    return keyNotes(given, { mapped: options, advice: optionAdvice, prefix: 'plugins: ' })
  })
}
