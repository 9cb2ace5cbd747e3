import type { Host } from '../host.ts'

const source = 'composer/packagist, src/Package/Updater.php (prepareReadme)'

export const host: Host = {
  name: 'packagist',
  title: 'Packagist',
  kind: 'registry',
  ecosystem: 'packagist',
  relativeLink: { does: 'rewritten', certainty: 'source', source, date: '2026-08-07' },
  relativeImage: { does: 'rewritten', certainty: 'source', source, date: '2026-08-07' },
}
