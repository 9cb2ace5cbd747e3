import type { Project } from '@frontdoor/kit/project'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { type Proposal, propose } from './proposal.ts'

/** The badge of an image on Docker Hub: the one that a workflow pushes, else the one that the README of a Dockerfile names. */
export function dockerBadge({ files, workflows }: Project, { links }: MarkdownDocument): Proposal[] {
  const pushed = workflows.flatMap((path) => pushedImage(files.text(path) ?? '') ?? [])
  const named = files.kind('Dockerfile') === 'file' ? links.flatMap(({ url }) => page.exec(url)?.[1] ?? []) : []
  const [image, another] = new Set(pushed.length > 0 ? pushed : named)
  if (image === undefined || another !== undefined) return []
  return [
    propose('docker-version', {
      image: `https://img.shields.io/docker/v/${image}?sort=semver`,
      href: `https://hub.docker.com/r/${image}`,
    }),
  ]
}

const page = /^https:\/\/hub\.docker\.com\/r\/([\w-]+\/[\w.-]+)\/?$/

/** What docker/metadata-action is told; a name with a host in front is an image elsewhere. */
function pushedImage(workflow: string): string | undefined {
  if (!workflow.includes('docker/metadata-action')) return undefined
  const [, image] =
    /^[ ]*images:[ ]*(?:[|>]-?[ ]*\r?\n[ ]*)?["']?(?:docker\.io\/)?([a-z\d]+(?:[_-][a-z\d]+)*\/[a-z\d][\w.-]*)["']?[ ]*$/m.exec(
      workflow,
    ) ?? []
  return image
}
