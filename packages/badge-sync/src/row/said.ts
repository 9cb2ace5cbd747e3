import { packageOf, sameName } from '../address/own.ts'
import type { BadgeImage } from '../badge-images.ts'
import { type Recognised, recognise } from '../badges.ts'
import type { Proposal } from './proposal.ts'

/** One of these says what any other of the kind would say. */
const single: ReadonlySet<string> = new Set(['ci', 'license', 'coverage', 'documentation', 'chat'])

/** What badges that nobody knows are called, by what they say. */
const words: Readonly<Partial<Record<Proposal['kind'], RegExp>>> = {
  ci: /\b(?:build|ci|tests?)\b/i,
  license: /\blicen[cs]e\b/i,
  coverage: /\bcoverage\b/i,
  documentation: /\b(?:docs|documentation)\b/i,
  chat: /\b(?:chat|discord|gitter|matrix|slack|telegram|zulip)\b/i,
  version: /\b(?:version|release)\b/i,
}

/** True where one of the images says already what a proposal would. */
export function isSaid(proposal: Proposal, images: readonly BadgeImage[]): boolean {
  const proposed = recognise(new URL(proposal.image))
  return images.some((image) => {
    if (leadsToSamePage(proposal, image)) return true
    const found = recognise(image.url)
    if (!found || found.badge.kind === 'other') return isNamed(proposal, image)
    const { name, kind } = found.badge
    if (name === proposal.name || (kind === proposal.kind && single.has(kind))) return true
    // An image on Docker Hub needs one badge only, whatever that says of it.
    if (name.startsWith('docker-') && proposal.name.startsWith('docker-')) return true
    return kind === proposal.kind && proposed !== undefined && isOfOnePackage(found, proposed)
  })
}

function isOfOnePackage(one: Recognised, other: Recognised): boolean {
  const [a, b] = [packageOf(one), packageOf(other)]
  return a !== undefined && b !== undefined && a.ecosystem === b.ecosystem && sameName(a.name, b.name)
}

/** Badges of these say no more than where they lead. */
const signs: ReadonlySet<string> = new Set(['chat', 'social', 'documentation'])

/** True for an image that is all there is of a link to the same chat, account or documentation. */
function leadsToSamePage({ kind, href }: Proposal, { link }: BadgeImage): boolean {
  return signs.has(kind) && link !== undefined && page(link.url) === page(href)
}

/** True for a badge of any host whose text says what it shows, of a version only where it leads to the same page. */
function isNamed({ kind, href }: Proposal, { url, alt, link }: BadgeImage): boolean {
  if (!words[kind]?.test(alt) || !isBadgeLike(url)) return false
  return kind === 'version' ? link !== undefined && page(link.url) === page(href) : single.has(kind)
}

/** A drawing that lies in a repository may as well be a logo. */
function isBadgeLike({ href }: URL): boolean {
  return (href.includes('/blob/HEAD/') ? /badge|shield|coverage|status/i : /badge|shield|\.svg$/i).test(href)
}

/** An address without what makes no difference, and with PyPI where it is now. */
function page(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/^pypi\.(?:python\.)?org\/(?:pypi|project)\//, 'pypi.org/project/')
    .replace(/\/$/, '')
}
