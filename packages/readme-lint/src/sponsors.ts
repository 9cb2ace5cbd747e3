import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import type { Link } from '@frontdoor/markdown/links'
import { perDocument } from './per-document.ts'
import { names, sectionsAbout } from './topics.ts'

/** An address by which sponsors can be told apart: without scheme, `www.`, query, fragment and case. */
export function accountOf(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '')
    .toLowerCase()
}

const labels: Readonly<Record<string, string>> = {
  github: 'GitHub Sponsors',
  open_collective: 'Open Collective',
  ko_fi: 'Ko-fi',
  buy_me_a_coffee: 'Buy Me a Coffee',
  thanks_dev: 'thanks.dev',
  issuehunt: 'IssueHunt',
  lfx_crowdfunding: 'LFX Crowdfunding',
  community_bridge: 'LFX Crowdfunding',
}

/** What a way to give money is called; a page of one's own is called by its host. */
export function platformLabel(platform: string, url: string): string {
  if (platform === 'custom') return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : 'Donate'
  if (Object.hasOwn(labels, platform)) return labels[platform] as string
  return platform.charAt(0).toUpperCase() + platform.slice(1)
}

/** Parts of a README that are about sponsors: sections, and blocks that a generator of sponsors writes. */
const sponsorParts: (document: MarkdownDocument) => readonly Range[] = perDocument((document) => [
  ...sectionsAbout('sponsors', document).map(({ body }) => body),
  ...document.blocks.filter(({ name }) => names('sponsors', name)).map(({ body }) => body),
])

/** Linked images of sponsors, but not one image of all of them: their name is the alt text of the image, and nothing else says it. */
export const sponsorImages: (document: MarkdownDocument) => readonly Link[] = perDocument((document) => {
  const parts = sponsorParts(document)
  if (parts.length === 0) return []
  const links = document.links.filter(({ image, kind }) => !image && kind !== 'definition')
  return document.links.filter(
    (one) =>
      one.image &&
      one.kind !== 'definition' &&
      one.attribute?.name !== 'srcset' &&
      !/(?:sponsors|backers|contributors|individuals|organizations)\.(?:svg|png)/i.test(one.url) &&
      parts.some(({ start, end }) => start <= one.start && one.end <= end) &&
      links.some(({ start, end }) => start <= one.start && one.end <= end),
  )
})
