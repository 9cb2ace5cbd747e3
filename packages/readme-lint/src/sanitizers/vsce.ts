import type { AddressFact } from '../host.ts'

const vsce = { source: 'microsoft/vscode-vsce, src/package.ts', date: '2026-07-24', certainty: 'source' } as const

/** What vsce takes a relative address to. */
const forges = ['github', 'gitlab'] as const

const inText = 'vsce looks at addresses in the text of a link or an image only'

/** What becomes of relative addresses in an extension when it is packaged: vsce puts others into the text of the README. */
export const vsceAddresses: {
  readonly relativeLink: AddressFact
  readonly relativeHtmlLink: AddressFact
  readonly relativeReference: AddressFact
  readonly relativeImage: AddressFact
} = {
  relativeLink: { does: 'needs-repository', forges, ...vsce },
  relativeHtmlLink: { does: 'broken', note: 'vsce rewrites links in Markdown only', ...vsce },
  relativeReference: { does: 'broken', note: inText, ...vsce },
  relativeImage: { does: 'needs-repository', forges, raw: 'forge', ...vsce },
}
