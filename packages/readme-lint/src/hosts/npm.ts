import type { Host } from '../host.ts'

const source = 'npm/documentation, contributing-packages-to-the-registry; npm/marky-markdown#449'

export const host: Host = {
  name: 'npm',
  title: 'npm',
  kind: 'registry',
  ecosystem: 'npm',
  relativeLink: { does: 'needs-repository', certainty: 'reported', source, date: '2026-08-21' },
  relativeImage: { does: 'needs-repository', certainty: 'reported', source, date: '2026-08-21' },
}
