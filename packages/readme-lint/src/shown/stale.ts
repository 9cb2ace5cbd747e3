import { type Evidence, features, type Host } from '../host.ts'

const year = 365 * 24 * 60 * 60 * 1000

/** What is known of a host, each fact with a name for people. */
export function factsOf(host: Host): [name: string, fact: Evidence][] {
  const {
    html,
    anchors,
    relativeLink,
    relativeHtmlLink,
    relativeReference,
    rootedAddress,
    relativeImage,
    relativeSrcset,
    relativeInsideImage,
    images,
  } = host
  const facts: [string, Evidence | undefined][] = [
    ['HTML', html],
    ['relative links', relativeLink],
    ['relative links in HTML', relativeHtmlLink],
    ['relative addresses in definitions', relativeReference],
    ['addresses that start at the root', rootedAddress],
    ['relative images', relativeImage],
    ['relative srcset', relativeSrcset],
    ['relative images in tags over several lines, and in links', relativeInsideImage],
    ['anchors', anchors],
    ...features.map((feature): [string, Evidence] => [feature, host.features[feature]]),
    ['http images', images?.http],
    ['servers of images', images?.trusted],
    ['servers of SVG images', images?.svg],
    ['schemes of links', host.links],
    ['markup', host.markup],
    ['reStructuredText', host.rst],
    ['size', host.limit],
  ]
  return facts.filter((entry): entry is [string, Evidence] => entry[1] !== undefined)
}

/** A line for each source that was read more than a year ago. */
export function staleFacts(hosts: readonly Host[], now: Date): string[] {
  return hosts.flatMap((host) => {
    const old = factsOf(host).filter(([, { date }]) => now.getTime() - Date.parse(date) > year)
    const bySource = new Map(old.map(([, { source, date }]) => [`${source}, read ${date}`, [] as string[]]))
    for (const [name, { source, date }] of old) bySource.get(`${source}, read ${date}`)?.push(name)
    return [...bySource].map(
      ([source, names]) =>
        `${host.title}: ${names.join(', ')} may have changed (${source}); docs/hosts.md says how to refresh a fact`,
    )
  })
}
