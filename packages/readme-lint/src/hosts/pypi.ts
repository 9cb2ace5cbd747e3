import type { Host } from '../host.ts'

const source = 'pypa/readme_renderer, readme_renderer/clean.py; pypi/warehouse, warehouse/filters.py (camoify)'

export const host: Host = {
  name: 'pypi',
  title: 'PyPI',
  kind: 'registry',
  ecosystem: 'pypi',
  namedOnly: true,
  relativeLink: { does: 'broken', certainty: 'source', source, date: '2026-08-21' },
  relativeImage: { does: 'broken', certainty: 'source', source, date: '2026-08-21' },
}
