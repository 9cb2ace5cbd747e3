import type { Bump } from '../change.ts'
import { at, listAt, textAt } from '../json.ts'
import type { GivenCategory } from '../settings.ts'
import type { Imported } from './imported.ts'
import { type Advice, keyNotes, noProgram } from './key-notes.ts'

/** A label as auto defines it. */
interface Label {
  readonly name: string
  readonly title: string
  readonly release: string
}

/** The labels of a repository that has set none (auto 11, read 2026-11). */
const usual: readonly Label[] = [
  { name: 'major', title: '💥 Breaking Change', release: 'major' },
  { name: 'minor', title: '🚀 Enhancement', release: 'minor' },
  { name: 'patch', title: '🐛 Bug Fix', release: 'patch' },
  { name: 'skip-release', title: '', release: 'skip' },
  { name: 'release', title: '', release: 'release' },
  { name: 'internal', title: '🏠 Internal', release: 'none' },
  { name: 'documentation', title: '📝 Documentation', release: 'none' },
  { name: 'tests', title: '🧪 Tests', release: 'none' },
  { name: 'dependencies', title: '🔩 Dependency Updates', release: 'none' },
  { name: 'performance', title: '🏎 Performance', release: 'patch' },
]

const mapped = [
  ...['labels', 'plugins', 'noVersionPrefix'],
  ...['$schema', 'owner', 'repo', 'baseBranch', 'author', 'name', 'email', 'githubApi', 'githubGraphqlApi', 'comment'],
]

const advice: Advice = [
  ['let the release job look for the label before it calls "changelog-gen publish"', 'onlyPublishWithReleaseLabel'],
  ['on those, call "changelog-gen next --pre next"', 'prereleaseBranches'],
]

/** Reads .autorc. What stands in a section is decided by the labels of pull requests. */
export function importAutorc(config: unknown): Imported {
  const given = listAt(config, 'labels').map(readLabel)
  const changed = new Map(given.map((label) => [label.name, label]))
  const kept = usual.filter(({ name }) => !changed.has(name))
  const labels = [...given, ...kept]
  const plugins = listAt(config, 'plugins').map((one) => String(Array.isArray(one) ? one[0] : one))
  return {
    settings: {
      sources: ['git', 'pull-requests', 'fragments'],
      zero: 'major',
      ...(at(config, 'noVersionPrefix') === true && { tags: ['{version}'] }),
      categories: categoriesOf(labels),
    },
    notes: [...plugins.map((name) => `plugins: ${name}: ${noProgram}`), ...keyNotes(config, { mapped, advice })],
  }
}

function readLabel(label: unknown): Label {
  const usually = usual.find(({ name }) => name === textAt(label, 'name'))
  return {
    name: textAt(label, 'name'),
    title: textAt(label, 'changelogTitle') || (usually?.title ?? ''),
    release: textAt(label, 'releaseType') || (usually?.release ?? 'none'),
  }
}

function categoriesOf(labels: readonly Label[]): GivenCategory[] {
  const skipped = labels.filter(({ release }) => release === 'skip').map(({ name }) => name)
  const order = ['major', 'minor', 'patch', 'none']
  const listed = labels
    .filter(({ title }) => title !== '')
    .toSorted((a, b) => order.indexOf(a.release) - order.indexOf(b.release))
  return [
    ...(skipped.length > 0
      ? [{ title: 'Left Out', when: { label: skipped }, bump: 'none' as const, hidden: true }]
      : []),
    ...listed.map(({ name, title, release }) => ({ title, when: { label: name }, bump: bumpOf(release) })),
    // Who gives a pull request no label, or pushes without one, makes a patch.
    { title: labels.find(({ release }) => release === 'patch')?.title ?? 'Other Changes', bump: 'patch' },
  ]
}

function bumpOf(release: string): Bump {
  return release === 'major' || release === 'minor' || release === 'patch' ? release : 'none'
}
