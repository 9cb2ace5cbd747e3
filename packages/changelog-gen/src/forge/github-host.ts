import type { Github } from './github.ts'
import type { ReleaseHost } from './release-host.ts'
import { listReleases, readRelease, releaseRequest } from './releases.ts'

/** Releases of tags on GitHub. */
export function githubHost(github: Github): ReleaseHost {
  const place = `/repos/${github.owner}/${github.name}`
  return {
    format: 'github',
    list: () => listReleases(github),
    // Drafts have no address by their tag.
    find: async (tag) => (await listReleases(github)).find((release) => release.tag === tag),
    request({ sha: _, ...text }, found) {
      const { method, path, body } = releaseRequest({ ...text, latest: true }, found?.id)
      return { method, path: place + path, body }
    },
    async send({ method, path, body }) {
      const made = await github.send(method as 'POST' | 'PATCH', path.slice(place.length), body)
      return readRelease(made)?.url ?? ''
    },
    close: () => github.close(),
  }
}
