import type { Project } from '@frontdoor/kit/project'
import { identifyLicense, licensesIn } from '@frontdoor/kit/project/license-text'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import { defineRule, type Rule } from '../../rule.ts'
import { sectionsAbout } from '../../topics/topics.ts'

export const rule: Rule = defineRule({
  name: 'meta/license-name',
  summary: 'The licence that the README names is the one that the project has.',
  why: 'Who decides whether a package may be used reads the README first and the licence file last. Where the two name different licences, nobody may rely on either.',
  severity: 'warning',
  rst: true,
  *check({ document, project }) {
    const said = [...sectionNames(document), ...badgeNames(document)]
    if (said.length === 0) return
    const own = familiesOfProject(project)
    if (own.size === 0 || said.some(({ family }) => own.has(family))) return
    const families = new Set(said.map(({ family }) => family))
    // Two names are mostly a choice, or the licence of something else.
    if (families.size > 1) return
    const { path, spdx } = project.license ?? {}
    const where = path ?? project.manifests.find(({ license }) => license !== undefined)?.path
    for (const { at, family } of said)
      yield { at, message: `The README names ${family}, but ${where} is ${spdx ?? 'another licence'}` }
  },
})

interface Named {
  readonly at: Range
  readonly family: string
}

/** Licences by the names that people write, longer ones before those that they contain. */
const patterns: readonly (readonly [family: string, pattern: RegExp])[] = [
  ['AGPL', /\bAGPL\b|\bAGPLv3\b|Affero/i],
  ['LGPL', /\bLGPL(?:v\d)?\b|Lesser General Public/i],
  ['GPL', /\bGPL(?:v\d)?\b|GNU General Public/i],
  ['MPL', /\bMPL\b|Mozilla Public/i],
  ['Apache-2.0', /\bApache\b/i],
  ['BSD', /\bBSD\b/i],
  ['MIT', /\bMIT\b/],
  ['ISC', /\bISC\b/],
  ['Unlicense', /\bUnlicense\b/i],
  ['EPL', /\bEPL\b|Eclipse Public/i],
  ['CC0', /\bCC0\b/i],
]

/** The one licence that a text names; undefined for none and for several. */
function familyIn(text: string): string | undefined {
  let rest = text
  const found = patterns.flatMap(([family, pattern]) => {
    const matches = pattern.test(rest)
    if (!matches) return []
    rest = rest.replaceAll(new RegExp(pattern.source, `${pattern.flags}g`), ' ')
    return [family]
  })
  return found.length === 1 ? found[0] : undefined
}

/** A line that is the title of a licence: a file may have several. */
const title = /^[ \t]*(?:The )?(?:[A-Z][\w.-]{0,20} ){1,5}(?:License|LICENSE)[ \t]*\r?$/gm

/** All that the manifests and the licence files name: where they differ, the README may follow either. */
function familiesOfProject({ license, manifests, files }: Project): Set<string> {
  const text = license?.path === undefined ? '' : (files.text(license.path) ?? '')
  const titles = [...text.matchAll(title)].map(([line]) => line)
  const inText = [identifyLicense(text), ...licensesIn(text), ...titles]
  const names = [license?.spdx, ...manifests.map((manifest) => manifest.license), ...inText]
  const known = names.flatMap((name) => name?.split(/\s+(?:OR|AND|WITH)\s+|[()/,]/i) ?? []).map(familyIn)
  // One that is not known may be what the README means in other words.
  return new Set(known.filter((family) => family !== undefined))
}

/** What else a sentence can be about, or that it leaves a choice. */
const elsewhere =
  /\b(?:dual|either|both|third[- ]party|dependenc|based on|derived|fork|portions?|parts? of|except|content|documentation|docs|assets?|logos?|icons?|fonts?|data|images?|models?|weights?|bundled|includ|before|previous|earlier|prior|until|commercial|compatible|unlike|plugins?|examples?)/i

function sectionNames(document: MarkdownDocument): Named[] {
  return sectionsAbout('license', document)
    .filter(({ depth }) => depth > 1)
    .flatMap((section) => {
      const { start, end } = section.body
      const text = document.text({ start, end })
      if (text.length > 600 || elsewhere.test(text)) return []
      const family = familyIn(text)
      return family === undefined ? [] : [{ family, at: firstLine(document, section.body) }]
    })
}

function firstLine({ source }: MarkdownDocument, { start, end }: Range): Range {
  const [line = '', text = ''] = /^\s*([^\r\n]*)/.exec(source.slice(start, end)) ?? []
  return { start: start + line.length - text.length, end: start + line.length }
}

/** A badge that has the name of the licence in its address. */
function badgeNames({ links }: MarkdownDocument): Named[] {
  return links.flatMap(({ image, kind, url, start, end }) => {
    if (!image || kind === 'definition') return []
    const [, message] = /img\.shields\.io\/badge\/licen[sc]e-([^?]+)/i.exec(url) ?? []
    if (message === undefined) return []
    const family = familyIn(message.replaceAll(/[-_%]|20/g, ' '))
    return family === undefined ? [] : [{ family, at: { start, end } }]
  })
}
