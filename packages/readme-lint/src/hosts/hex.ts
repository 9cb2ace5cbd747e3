import type { Host } from '../host.ts'

const source = 'hexpm/hexpm, lib/hexpm_web/readme/url_rewriter.ex'

export const host: Host = {
  name: 'hex',
  title: 'Hex',
  kind: 'registry',
  ecosystem: 'hex',
  relativeLink: { does: 'rewritten', certainty: 'source', source, date: '2026-08-21' },
  relativeImage: { does: 'rewritten', certainty: 'source', source, date: '2026-08-21' },
}
