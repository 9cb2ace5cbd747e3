import type { Host } from '../host.ts'

const source = 'NuGet/NuGetGallery, src/NuGetGallery/Services/MarkdownService.cs'

export const host: Host = {
  name: 'nuget',
  title: 'NuGet',
  kind: 'registry',
  ecosystem: 'nuget',
  namedOnly: true,
  relativeLink: { does: 'broken', certainty: 'source', source, date: '2026-08-17' },
  relativeImage: { does: 'broken', certainty: 'source', source, date: '2026-08-17' },
}
