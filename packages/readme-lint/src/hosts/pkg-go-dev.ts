import type { Host } from '../host.ts'

const source = 'golang/pkgsite, internal/frontend/markdown.go'

export const host: Host = {
  name: 'pkg-go-dev',
  title: 'pkg.go.dev',
  kind: 'registry',
  ecosystem: 'go',
  relativeLink: { does: 'rewritten', certainty: 'source', source, date: '2026-08-19' },
  relativeImage: { does: 'rewritten', certainty: 'source', source, date: '2026-08-19' },
}
