import type { Bump } from '../change.ts'
import { at, textAt } from '../json.ts'
import type { GivenCategory } from '../settings.ts'
import { type TypeRow, typeCategories } from './conventional-types.ts'

interface NxType extends TypeRow {
  readonly bump: Bump
}

const shown = (type: string, title: string, bump: Bump): NxType => ({ type, title, bump, hidden: false })
const hidden = (type: string, title: string): NxType => ({ type, title, bump: 'none', hidden: true })

/** What Nx does with the types that it knows (conventional-commits.js of nx 24.0.6, read 2026-11-26). */
const usual: readonly NxType[] = [
  shown('feat', '🚀 Features', 'minor'),
  shown('fix', '🩹 Fixes', 'patch'),
  shown('perf', '🔥 Performance', 'none'),
  hidden('refactor', '💅 Refactors'),
  hidden('docs', '📖 Documentation'),
  hidden('build', '📦 Build'),
  hidden('types', '🌊 Types'),
  hidden('chore', '🏡 Chore'),
  hidden('examples', '🏀 Examples'),
  hidden('test', '✅ Tests'),
  hidden('style', '🎨 Styles'),
  hidden('ci', '🤖 CI'),
  hidden('revert', '⏪ Revert'),
]

/** The categories that `conventionalCommits.types` makes: what it names is shown, and moves the patch version where it does not say otherwise. */
export function nxCategories(types: unknown): GivenCategory[] {
  const given = Object.keys((types ?? {}) as object).map((type) => typeOf(type, at(types, type)))
  const rows = [
    ...usual.map((row) => given.find(({ type }) => type === row.type) ?? row),
    ...given.filter(({ type }) => !usual.some((row) => row.type === type)),
  ]
  const bumps = new Map(rows.map(({ type, bump }) => [type, bump]))
  const silent = rows.filter((row) => row.hidden && row.bump !== 'none')
  return [
    ...silent.map(({ type, title, bump }) => ({ title, when: { type, breaking: false }, hidden: true, bump })),
    ...typeCategories(rows, (type) => bumps.get(type) ?? 'none'),
  ]
}

function typeOf(type: string, given: unknown): NxType {
  const known = usual.find((row) => row.type === type)
  const title = textAt(given, 'changelog', 'title') || (known?.title ?? type)
  if (given === false) return { type, title, bump: 'none', hidden: true }
  const bump = textAt(given, 'semverBump') as Bump | ''
  return {
    type,
    title,
    bump: bump || (known && known.bump !== 'none' ? known.bump : 'patch'),
    hidden: at(given, 'changelog') === false || at(given, 'changelog', 'hidden') === true,
  }
}
