import type { Host } from '../host.ts'

const source = 'GitHub blog 1395, Relative links in markup files'

export const host: Host = {
  name: 'github',
  title: 'GitHub',
  kind: 'forge',
  relativeLink: { does: 'kept', certainty: 'documented', source, date: '2026-11-22' },
  relativeImage: { does: 'kept', certainty: 'documented', source, date: '2026-11-22' },
}
