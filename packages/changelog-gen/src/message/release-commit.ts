import type { Header } from './header.ts'

const versionOnly =
  /^(?:(?:prepare|prepared|preparing|bump|release|releases|releasing|publish|version|versions|tag|cut|set|begin|start|to|for|the|a|new|next|package|packages|:|🔖)[\s:]+)*(?:@?[\w./-]+?[@ -])?v?\d+\.(?:\d+|(?=alpha|beta|rc))(?:\.\d+)*(?:[-.+]?(?:alpha|beta|rc|a|b|pre|dev|post|canary|next)[\w.+-]*|[-+][\w.+-]+)?\.?$/i
const named =
  /^(?:version packages(?: \(\w+\))?|publish|release|release main|release-please|prepare (?:for )?release|update changelog(?: and release)?)\.?$/i
const releaseScopes = /^(?:chore|build|ci)?\(?(?:release|publish|changelog)\)?!?$/

/** True for the commit that only makes a release: its subject is a version, as tools and people write it. */
export function isReleaseCommit({ type, scope, subject }: Pick<Header, 'type' | 'scope' | 'subject'>): boolean {
  if (type !== undefined && !/^(?:chore|build|ci|release|publish|version|rel|docs)$/.test(type)) return false
  if (versionOnly.test(subject)) return true
  return (
    named.test(subject) &&
    (type === undefined || releaseScopes.test(scope ?? type) || /^version packages/i.test(subject))
  )
}
