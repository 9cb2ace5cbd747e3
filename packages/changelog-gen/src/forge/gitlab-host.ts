import { UserError } from '@frontdoor/kit/io'
import { textAt } from '../json.ts'
import type { Gitlab } from './gitlab.ts'
import type { ListedRelease, ReleaseHost } from './release-host.ts'

/** A thousand releases, as on GitHub. */
const mostPages = 10

/** Releases of a project on GitLab (docs.gitlab.com, "Releases API", read 2026-11). */
export function gitlabHost(gitlab: Gitlab): ReleaseHost {
  const releases = `${gitlab.root}/releases`
  const releaseOf = (tag: string) => `${releases}/${encodeURIComponent(tag)}`
  return {
    format: 'gitlab',
    async list() {
      const found: ListedRelease[] = []
      for (let page = 1; page <= mostPages; page++) {
        const answer = await gitlab.ask('GET', `${releases}?per_page=100&page=${page}`)
        if (answer.status !== 200) gitlab.refuse(answer)
        const some = Array.isArray(answer.value) ? answer.value : []
        found.push(...some.map((one) => ({ tag: textAt(one, 'tag_name'), draft: false })))
        if (some.length < 100) break
      }
      return found
    },
    async find(tag) {
      const answer = await gitlab.ask('GET', releaseOf(tag))
      const { status, value } = answer
      if (status === 404) return undefined
      if (status !== 200) gitlab.refuse(answer)
      return { name: textAt(value, 'name'), body: textAt(value, 'description'), url: textAt(value, '_links', 'self') }
    },
    request({ tag, name, body, sha }, found) {
      const text = { name, description: body }
      return found
        ? { method: 'PUT', path: releaseOf(tag), body: text }
        : { method: 'POST', path: releases, body: { tag_name: tag, ref: sha, ...text } }
    },
    async send({ method, path, body }) {
      if (!gitlab.hasToken) throw new UserError('publish needs a token in GITLAB_TOKEN, or CI_JOB_TOKEN in a pipeline')
      const answer = await gitlab.ask(method as 'POST' | 'PUT', path, body)
      if (answer.status >= 300) gitlab.refuse(answer)
      return textAt(answer.value, '_links', 'self')
    },
    close: () => gitlab.close(),
  }
}
