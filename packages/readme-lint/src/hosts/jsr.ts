import type { Host } from '../host.ts'

const source = 'jsr-io/jsr, api/src/docs.rs'

export const host: Host = {
  name: 'jsr',
  title: 'JSR',
  kind: 'registry',
  ecosystem: 'jsr',
  relativeLink: { does: 'rewritten', certainty: 'source', source, date: '2026-08-22' },
  relativeImage: { does: 'rewritten', certainty: 'source', source, date: '2026-08-22' },
}
