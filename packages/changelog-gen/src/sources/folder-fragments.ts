import type { Change } from '../change.ts'
import { canonical } from '../changelog/group-title.ts'
import { referencesIn } from '../message/references.ts'
import { fragment, fragmentsIn } from './fragment.ts'
import { typeOfSection } from './section-types.ts'
import type { SourceFile } from './source-files.ts'

/** What a fragment says of issues and pull requests itself; the commit that brought it has nothing to add. */
const saysReferences = { origins: { references: 'fragment' as const } }

/**
 * unclog: `.changelog/unreleased/SECTION/COMPONENT/12-words.md`, a list whose items say their numbers themselves (its README, read 2026-11-28).
 * Undefined for a file elsewhere.
 */
export function readUnclog(file: SourceFile, text: string): Change[] | undefined {
  const path = /(?:^|\/)\.changelog\/unreleased\/(?<section>[^/]+)\/(?:(?<component>[^/]+)\/)?[^/]+$/
  const { section, component } = path.exec(file.path)?.groups ?? {}
  if (section === undefined) return undefined
  return fragmentsIn(file, text.trim()).map((one) => ({
    ...one,
    type: typeOfSection(section),
    ...(component && { scope: component }),
    labels: [section],
    breaking: canonical(section) === 'breaking',
    ...(one.references.length > 0 && { references: [], ...saysReferences }),
  }))
}

/**
 * calens: the kind and a title, a text, and addresses of issues and pull requests (restic's changelog/TEMPLATE, read 2026-11-28; there and at
 * ownCloud, a `Change` breaks something). Undefined for any other text.
 */
export function readCalens(file: SourceFile, text: string): Change[] | undefined {
  const [first = '', ...lines] = text.trim().split('\n')
  const { kind, title } = /^(?<kind>bugfix|enhancement|change|security): +(?<title>\S.*)$/i.exec(first)?.groups ?? {}
  if (kind === undefined || title === undefined || (lines[0] ?? '').trim() !== '') return undefined
  const isAddress = (line: string) => /^https?:\/\/\S+$/.test(line.trim())
  const body = lines.filter((line) => !isAddress(line)).join('\n')
  const references = referencesIn(lines.filter(isAddress).join('\n'))
  const name = kind.toLowerCase()
  return [
    {
      ...fragment(file, `${title}\n\n${body}`),
      type: typeOfSection(name),
      labels: [name],
      breaking: name === 'change',
      ...(references.length > 0 && { references, ...saysReferences }),
    },
  ]
}

const rubocopName = /^(?<kind>new|fix|change)_[\w-]+\.md$/

/** True for the name of a fragment as RuboCop has them: `fix_a_drip_20260102030405.md`. */
export function isOfRubocop(name: string): boolean {
  return rubocopName.test(name)
}

/**
 * RuboCop and its plugins: the kind is in the name, and the text is a list whose items say numbers and authors themselves (its
 * CONTRIBUTING.md, read 2026-11-28). Undefined for any other file.
 */
export function readRubocop(file: SourceFile, text: string): Change[] | undefined {
  const { kind } = rubocopName.exec(file.name)?.groups ?? {}
  if (kind === undefined || !/^\s*\* /.test(text)) return undefined
  return fragmentsIn(file, text.trim()).map((one) => ({
    ...one,
    type: kind === 'new' ? 'feat' : kind,
    labels: [kind],
    ...(one.references.length > 0 && { references: [], ...saysReferences }),
  }))
}
