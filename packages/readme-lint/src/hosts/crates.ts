import type { Host } from '../host.ts'

const source = 'rust-lang/crates.io, crates/crates_io_markdown/src/lib.rs'

export const host: Host = {
  name: 'crates',
  title: 'crates.io',
  kind: 'registry',
  ecosystem: 'crates',
  relativeLink: { does: 'needs-repository', certainty: 'source', source, date: '2026-08-21' },
  relativeImage: { does: 'needs-repository', certainty: 'source', source, date: '2026-08-21' },
}
