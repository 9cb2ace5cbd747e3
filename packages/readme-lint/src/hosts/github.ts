import type { Host } from '../host.ts'

const source = 'docs.github.com: About READMEs, relative links and image paths in README files'

export const host: Host = {
  name: 'github',
  title: 'GitHub',
  kind: 'forge',
  relativeLink: { does: 'kept', certainty: 'documented', source, date: '2026-11-22' },
  relativeImage: { does: 'kept', certainty: 'documented', source, date: '2026-11-22' },
}
