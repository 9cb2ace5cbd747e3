import type { Bump } from '../change.ts'
import { listAt, textAt } from '../json.ts'
import type { GivenCategory } from '../settings.ts'
import { changelogOf, type Imported } from './imported.ts'
import { type Advice, keyNotes, notWritten } from './key-notes.ts'

const mapped = [
  'changesDir',
  'unreleasedDir',
  'changelogPath',
  'kinds',
  'components',
  'custom',
  'envPrefix',
  'fragmentFileFormat',
]

const advice: Advice = [
  [
    'releases are written in the style of the changelog that is there; see "template" for a layout of your own',
    ...['versionFormat', 'componentFormat', 'kindFormat', 'changeFormat', 'newlines'],
  ],
  [
    'the text above the releases is that of the changelog; what stands in a release is written into it by hand, and stays',
    ...['headerPath', 'versionHeaderPath', 'versionFooterPath', 'headerFormat', 'footerFormat'],
  ],
  ['all releases stand in one file here', 'versionExt', 'versionFileFormat'],
  ['a fragment is a file of its own, with as many fields as you like', 'body', 'post'],
  [`a version in a file ${notWritten}`, 'replacements'],
  ['each package has its changelog and its fragments; see "packages"', 'projects', 'projectsVersionSeparator'],
]

/** Reads .changie.yaml (changie.dev, "Configuration", and its core/ at e78b7fc of 2026-08-20, read 2026-11-28). Only fragments are listed, as there. */
export function importChangie(config: unknown): Imported {
  const changelog = changelogOf('changelogPath', textAt(config, 'changelogPath'))
  const folder = [textAt(config, 'changesDir') || '.changes', textAt(config, 'unreleasedDir') || 'unreleased'].join('/')
  const categories = listAt(config, 'kinds').map(categoryOf)
  return {
    settings: {
      ...changelog.settings,
      sources: ['fragments'],
      fragments: [folder.replace(/^(?:\.\/)+/, '')],
      zero: 'major',
      ...(categories.length > 0 && { categories }),
    },
    notes: [...changelog.notes, ...keyNotes(config, { mapped, advice })],
  }
}

/** A fragment has the label or the key of its kind. */
function categoryOf(kind: unknown): GivenCategory {
  const title = textAt(kind, 'label')
  const labels = [...new Set([title, textAt(kind, 'key')].filter(Boolean).map((name) => name.toLowerCase()))]
  return { title, when: { label: labels }, ...bumpOf(textAt(kind, 'auto')) }
}

function bumpOf(auto: string): { readonly bump?: Bump } {
  return auto === 'major' || auto === 'minor' || auto === 'patch' || auto === 'none' ? { bump: auto } : {}
}
