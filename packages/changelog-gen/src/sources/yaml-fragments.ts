import { UserError } from '@frontdoor/kit/io'
import { parseDocument } from 'yaml'
import type { Change } from '../change.ts'
import { canonical } from '../changelog/group-title.ts'
import { at, textAt } from '../json.ts'
import { fragment } from './fragment.ts'
import { markdownOf } from './rst.ts'
import { typeOfSection } from './section-types.ts'
import { isReno, type SourceFile } from './source-files.ts'

/**
 * A fragment of changie (its core/change.go) or of antsibull-changelog (docs.ansible.com, sanity test "changelog"), read 2026-11-26, or of
 * chloggen (opentelemetry-go-build-tools, chloggen/internal/chlog/entry.go), read 2026-11-27, or of reno (its user/usage.rst), of Kong (its
 * changelog/README.md) or as GitLab had them (its changelogs/unreleased), read 2026-11-28. A file of anything else holds none.
 *
 * @throws {UserError} for what is no YAML
 */
export function readYamlFragment(file: SourceFile): Change[] {
  const document = parseDocument(file.text)
  const [error] = document.errors
  if (error) throw new UserError(`${file.path}: ${error.message}`)
  const data: unknown = document.toJS({ maxAliasCount: 100 })
  if (textAt(data, 'body') && at(data, 'time') !== undefined) return [ofChangie(file, data)]
  const flat = ofFields(file, data)
  if (flat) return [flat]
  return isReno(file.path) ? ofReno(file, data) : ofAntsibull(file, data)
}

function ofChangie(file: SourceFile, data: unknown): Change {
  const kind = textAt(data, 'kind') || textAt(data, 'kindKey')
  const custom = (at(data, 'custom') ?? {}) as Readonly<Record<string, unknown>>
  const numberOf = (name: RegExp) => {
    const [, value] = Object.entries(custom).find(([key]) => name.test(key)) ?? []
    return /^#?(\d+)$/.exec(String(value ?? '').trim())?.[1]
  }
  const [issue, pr] = [numberOf(/^issue$/i), numberOf(/^(?:pr|pull ?request)$/i)]
  const type = typeOfSection(kind)
  return {
    ...fragment(file, textAt(data, 'body').trim()),
    ...(type && { type }),
    ...(textAt(data, 'component') && { scope: textAt(data, 'component') }),
    labels: [kind.toLowerCase()].filter(Boolean),
    breaking: canonical(kind) === 'breaking',
    ...(pr !== undefined && { pr: Number(pr) }),
    ...(issue !== undefined && {
      references: [{ raw: `#${issue}`, id: issue, kind: 'issue' as const }],
      origins: { references: 'fragment' as const },
    }),
  }
}

/** Fields of chloggen, of Kong and of GitLab, with the same meaning. */
const fields = {
  kind: ['change_type', 'type'],
  text: ['note', 'message', 'title'],
  scope: ['component', 'scope'],
  pulls: ['prs', 'merge_request'],
} as const

const typesOfKind: ReadonlyMap<string, string> = new Map([
  ['new component', 'feat'],
  ['dependency', 'deps'],
])

/** A fragment whose fields say its kind and its text; undefined for other data. */
function ofFields(file: SourceFile, data: unknown): Change | undefined {
  const found = (names: readonly string[]) => names.map((name) => textAt(data, name).trim()).find(Boolean) ?? ''
  const [kind, text, scope] = [found(fields.kind), found(fields.text), found(fields.scope)]
  // What lies there tells of a change, be its kind said or not.
  if (text === '' || (kind === '' && !/(?:^|\/)unreleased\//.test(file.path))) return undefined
  const pulls = numbersAt(data, fields.pulls)
  const issues = numbersAt(data, ['issues'])
  const name = kind.replaceAll('_', ' ')
  return {
    ...fragment(file, `${text}\n\n${textAt(data, 'subtext').trim()}`.trim()),
    ...(kind && { type: typesOfKind.get(name) ?? typeOfSection(name), labels: [kind] }),
    ...(scope && { scope }),
    breaking: canonical(name) === 'breaking',
    ...(pulls[0] !== undefined && { pr: Number(pulls[0]) }),
    references: [
      ...pulls.slice(1).map((id) => ({ raw: `#${id}`, id, kind: 'pull-request' as const })),
      ...issues.map((id) => ({ raw: `#${id}`, id, kind: 'issue' as const })),
    ],
    origins: { references: 'fragment' as const },
  }
}

/** Numbers of issues or pull requests, one or a list of them. */
function numbersAt(data: unknown, names: readonly string[]): string[] {
  const values = names.flatMap((name) => [at(data, name) ?? []].flat())
  return values.map((value) => String(value).replace(/^[#!]/, '')).filter((value) => /^\d+$/.test(value))
}

const sections: Readonly<Record<string, { readonly type?: string; readonly breaking?: true }>> = {
  release_summary: {},
  breaking_changes: { type: 'change', breaking: true },
  major_changes: { type: 'change' },
  minor_changes: { type: 'feat' },
  deprecated_features: { type: 'deprecate' },
  removed_features: { type: 'remove', breaking: true },
  security_fixes: { type: 'security' },
  bugfixes: { type: 'fix' },
  known_issues: {},
  trivial: { type: 'chore' },
}

function ofAntsibull(file: SourceFile, data: unknown): Change[] {
  return ofSections(file, data, Object.entries(sections))
}

/** Sections of reno that mean something else than their name, or nothing; projects add their own. */
const notesOfReno: typeof sections = {
  prelude: {},
  highlights: {},
  issues: {},
  upgrade: { type: 'change' },
  critical: { type: 'fix' },
}

/** Such a file stays when its release is made, and who mends it later mends what is told already. */
function ofReno(file: SourceFile, data: unknown): Change[] {
  const names = Object.keys((data ?? {}) as object)
  const means = names.map((name) => [name, notesOfReno[name] ?? { type: typeOfSection(name) }] as const)
  return ofSections(file, data, means).map((one) => ({ ...one, stays: true }))
}

type Meaning = (typeof sections)[string]

function ofSections(file: SourceFile, data: unknown, means: readonly (readonly [string, Meaning])[]): Change[] {
  const entries = means.flatMap(([name, meaning]) =>
    [at(data, name) ?? []].flat().map((text) => ({ name, means: meaning, text: markdownOf(String(text).trim()) })),
  )
  return entries.map(({ name, means, text }, place) => ({
    ...fragment(file, text),
    ...(entries.length > 1 && { id: `${file.path}/${place + 1}` }),
    ...means,
    labels: [name],
  }))
}
