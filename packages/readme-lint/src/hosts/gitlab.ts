import type { Host } from '../host.ts'

const source = 'docs.gitlab.com: GitLab Flavored Markdown, links'

export const host: Host = {
  name: 'gitlab',
  title: 'GitLab',
  kind: 'forge',
  relativeLink: { does: 'kept', certainty: 'documented', source, date: '2026-11-22' },
  relativeImage: { does: 'kept', certainty: 'documented', source, date: '2026-11-22' },
}
