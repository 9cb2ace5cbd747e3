import { at, listAt, textAt } from '../json.ts'
import type { GivenCategory } from '../settings.ts'
import { typeOfNews } from '../sources/fragments.ts'
import { changelogOf, type Imported } from './imported.ts'
import { type Advice, keyNotes } from './key-notes.ts'

const mapped = [
  ...['name', 'version', 'package', 'package_dir', 'directory', 'filename', 'type', 'fragment', 'section'],
  ...['start_string', 'wrap', 'all_bullets', 'single_file', 'orphan_prefix', 'create_eof_newline'],
  ...['create_add_extension', 'ignore', 'issue_pattern', 'underlines'],
]

const advice: Advice = [
  ['entries are written in the style of the changelog', 'template', 'title_format', 'issue_format'],
]

const usualTypes: readonly (readonly [string, string])[] = [
  ['feature', 'Features'],
  ['bugfix', 'Bugfixes'],
  ['doc', 'Improved Documentation'],
  ['removal', 'Deprecations and Removals'],
  ['misc', 'Misc'],
]

/** Reads `[tool.towncrier]` (towncrier 24.8, read 2026-11). Only fragments are listed, as there. */
export function importTowncrier(config: unknown): Imported {
  const own = at(config, 'tool', 'towncrier') ?? config
  const changelog = changelogOf('filename', textAt(own, 'filename') || 'NEWS.rst')
  const notes = [
    ...changelog.notes,
    ...shownNotes(own),
    ...(at(own, 'single_file') === false ? ['single_file: all releases stand in one file here'] : []),
    ...keyNotes(own, { mapped, advice }),
  ]
  return {
    settings: {
      ...changelog.settings,
      sources: ['fragments'],
      fragments: foldersOf(own),
      categories: categoriesOf(own),
    },
    notes,
  }
}

/** Where nothing is set, towncrier shows only the issues of `misc`. */
function shownNotes(config: unknown): string[] {
  const listed = listAt(config, 'type')
  const tables = Object.entries((at(config, 'fragment') ?? {}) as object)
  const hidden = [
    ...listed.filter((type) => at(type, 'showcontent') === false).map((type) => textAt(type, 'directory')),
    ...tables.filter(([, table]) => at(table, 'showcontent') === false).map(([type]) => type),
    ...(listed.length + tables.length === 0 ? ['misc'] : []),
  ]
  return hidden.map((type) => `type ${type}: its text is shown here, not only its issues`)
}

function foldersOf(config: unknown): string[] {
  const parts = [textAt(config, 'package_dir') || '.', ...textAt(config, 'package').split('.')]
  const usual = textAt(config, 'package') ? [...parts, 'newsfragments'].join('/') : 'newsfragments'
  const directory = textAt(config, 'directory')
  const sections = listAt(config, 'section').map((section) => textAt(section, 'path'))
  const folders = sections.length === 0 ? [''] : sections
  const clean = (path: string) => path.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '')
  return folders.map((path) => clean(directory ? `${directory}/${path}` : path ? `${path}/newsfragments` : usual))
}

function categoriesOf(config: unknown): GivenCategory[] {
  const listed = listAt(config, 'type').map((type) => [textAt(type, 'directory'), textAt(type, 'name')] as const)
  const tables = Object.entries((at(config, 'fragment') ?? {}) as object).sort(([a], [b]) => (a < b ? -1 : 1))
  const named = tables.map(([type, table]) => [type, textAt(table, 'name') || capital(type)] as const)
  const types = listed.length > 0 ? listed : named.length > 0 ? named : usualTypes
  const kinds = types.map(([type]) => typeOfNews(type))
  const categories = types.map(([type, title]): GivenCategory => {
    const kind = typeOfNews(type)
    if (type === 'breaking') return { title, when: { label: type }, bump: 'major' }
    const isOnly = kinds.indexOf(kind) === kinds.lastIndexOf(kind)
    const bump = kind === 'feat' || kind === 'remove' ? 'minor' : kind === 'chore' || kind === 'docs' ? 'none' : 'patch'
    return { title: title || capital(type), when: isOnly ? { type: kind } : { label: type }, bump }
  })
  return categories
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
