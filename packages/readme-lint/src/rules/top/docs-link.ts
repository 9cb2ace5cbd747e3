import type { Project } from '@frontdoor/kit/project'
import { distance } from 'fastest-levenshtein'
import { insertAtTop } from '../../insert/insert.ts'
import { isFrontDoor } from '../../readme/front-door.ts'
import { squeeze } from '../../readme/squeeze.ts'
import { linksIn, missingAt, topOf } from '../../readme/top.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { isEnglish } from '../../topics/languages.ts'
import { names } from '../../topics/topics.ts'

export const rule: Rule = defineRule({
  name: 'top/docs-link',
  summary: 'A link to the documentation stands above the first section, where the project has one.',
  why: 'Most visitors come to read how to use the project. If the manifest knows where the documentation is, the first screen should, too: search engines and registries show the README before they show the site.',
  severity: 'warning',
  rst: true,
  *check({ document, project, showings }) {
    const url = project.documentation
    if (!url || !/^https?:/.test(url)) return
    if (!isFrontDoor({ document, project, showings }) || (url === project.homepage && isOfMore(url, project))) return
    const links = linksIn(document, topOf(document))
    const seen = links.some(
      (link) =>
        leadsTo(link.url, url) ||
        (link.text.trim() !== '' && (names('documentation', link.text) || isOnReadTheDocs(link.url, project))),
    )
    if (seen) return
    // A site that the manifest calls the homepage may be more than documentation.
    const [what, label] =
      url === project.homepage ? ["the project's site", 'Website'] : ['the documentation', 'Documentation']
    const edit = insertAtTop(document, { label, url })
    yield {
      at: missingAt(document),
      message: `No link to ${what} above the first section: link ${url}, which the manifest names`,
      ...(edit && { fix: { safe: isEnglish(document), edits: [edit] } }),
    }
  },
})

/** True for the front page of a site that is called otherwise than the project: `https://symfony.com` is that of more than its console. */
function isOfMore(url: string, project: Project): boolean {
  const { hostname, pathname } = new URL(url)
  if (pathname !== '/') return false
  const site = hostname.replace(/^www\./, '')
  const labels = site.split('.').slice(0, -1).map(squeeze)
  const own = namesOf(project)
  // What is called so is the whole of which its owner has the name.
  if (own.some((name) => /^(?:core|framework|monorepo)$/.test(name))) return false
  const isAlike = (label: string, name: string) => name.includes(label) || distance(label, name) <= name.length / 4
  return !own.some((name) => squeeze(site).includes(name) || labels.some((label) => isAlike(label, name)))
}

/** What a project is called, squeezed: by its repository and its manifests. */
function namesOf({ manifests, repository }: Project): string[] {
  const called = [repository?.name, ...manifests.map(({ name }) => name?.replace(/^.*[/:]/, ''))]
  return called.flatMap((name) => (name ? squeeze(name) : []))
}

/** Its documentation, whatever the text of the link. */
function isOnReadTheDocs(url: string, project: Project): boolean {
  const [, name] = /^https?:\/\/([\w-]+)\.readthedocs\.(?:io|org)(?:\/|$)/i.exec(url) ?? []
  return name !== undefined && namesOf(project).includes(squeeze(name))
}

/** The same site, whatever the page: `https://x.dev/guide` leads a reader to `https://x.dev/`. */
function leadsTo(link: string, documentation: string): boolean {
  if (!URL.canParse(link)) return false
  const [from, to] = [new URL(link), new URL(documentation)]
  return host(from) === host(to) && (from.pathname.startsWith(folder(to)) || folder(to).startsWith(folder(from)))
}

function host({ host: name }: URL): string {
  return name.replace(/^www\./, '')
}

/** The path without its last name and without the version and language that documentation sites put in it. */
function folder({ pathname }: URL): string {
  return pathname
    .replace(/\/(?:[a-z]{2}(?:[-_][a-z]{2})?|latest|stable|main|master|v?\d[\w.]*)(?=\/|$)/gi, '')
    .replace(/[^/]*$/, '')
}
