import type { Host } from '../host.ts'

const source = 'microsoft/vscode-vsce, src/package.ts'

export const host: Host = {
  name: 'vscode-marketplace',
  title: 'VS Code Marketplace',
  kind: 'registry',
  ecosystem: 'vscode',
  relativeLink: { does: 'needs-repository', certainty: 'source', source, date: '2026-07-24' },
  relativeImage: { does: 'needs-repository', certainty: 'source', source, date: '2026-07-24' },
}
