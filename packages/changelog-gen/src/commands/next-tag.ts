import type { Tag } from '../history/tags.ts'
import type { Package } from '../model/package.ts'
import { versioningOf } from '../model/request.ts'
import { lastPart, versionOf } from '../tag-pattern.ts'
import { newestOf } from '../writing/project-history.ts'
import type { Opened } from './open.ts'

/** The tag that a version is going to have, written like the last one: `v1.2.3`, `1.2.3`, `tea@1.2.3`. */
export function nextTag(version: string, opened: Opened): string {
  const { tag, version: last } = newestOf(opened.history) ?? {}
  const at = tag === undefined || last === undefined ? -1 : tag.lastIndexOf(last)
  if (tag !== undefined && last !== undefined && at !== -1)
    return tag.slice(0, at) + version + tag.slice(at + last.length)
  return firstTag(version, opened)
}

/** The first one is written as the config has it, else like those of other packages. */
function firstTag(version: string, { history, target, request }: Opened): string {
  const [pattern] = request.settings.tags ? versioningOf(request, target).patterns : []
  if (pattern) return pattern.prefix + version + pattern.suffix
  if (target === undefined || target.folder === '') return `v${version}`
  const others = request.packages?.filter(({ folder }) => folder !== '') ?? []
  const leads = others.flatMap((other) => leadsOf(other, { own: target, request, tags: history.tags }))
  const [newest] = leads.toSorted((one, other) => other.seconds - one.seconds)
  return `${newest?.text ?? `${target.name}@`}${version}`
}

interface Beside extends Pick<Opened, 'request'> {
  readonly own: Package
  readonly tags: readonly Tag[]
}

/** What stands before the version in tags of another package, with the name of this one. */
function leadsOf(other: Package, { own, request, tags }: Beside) {
  const { patterns } = versioningOf(request, other)
  const names = [
    [other.name, own.name],
    [other.folder, own.folder],
    [lastPart(other.name), lastPart(own.name)],
  ] as const
  return tags.flatMap(({ name, seconds = 0 }) => {
    const version = versionOf(name, patterns)?.text
    if (version === undefined || !name.endsWith(version)) return []
    const lead = name.slice(0, name.length - version.length)
    const [theirs, ours] = names.find(([called]) => lead.includes(called)) ?? []
    return theirs === undefined || ours === undefined ? [] : { text: lead.replace(theirs, () => ours), seconds }
  })
}
