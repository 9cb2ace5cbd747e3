import { join } from 'node:path'

/** A tool that writes blocks. */
export interface Peer {
  readonly name: string
  readonly start: string
  readonly end: string
  /** A start marker whose block cannot be made; absent where the tool needs nothing that could fail. */
  readonly broken?: string
  readonly command: string
  readonly args: readonly string[]
}

/** The newest versions on 2026-11-25. They are brought only for this. */
export const versions = {
  automd: '0.4.3',
  'markdown-magic': '4.11.0',
  doctoc: '2.5.0',
  'all-contributors-cli': '6.26.1',
} as const

/** @param folder where the peers are installed; @param own the file of badge-sync */
export function peersIn(folder: string, own: string): readonly Peer[] {
  const bin = (name: string): string => join(folder, 'node_modules', '.bin', name)
  return [
    {
      name: 'badge-sync',
      start: '<!-- badge-sync:start include file=a.js -->',
      end: '<!-- badge-sync:end include -->',
      broken: '<!-- badge-sync:start include file=gone.js -->',
      command: process.execPath,
      args: [own],
    },
    {
      name: `automd ${versions.automd}`,
      start: '<!-- automd:file src="a.js" code -->',
      end: '<!-- /automd -->',
      broken: '<!-- automd:file src="gone.js" code -->',
      command: bin('automd'),
      args: [],
    },
    {
      name: `markdown-magic ${versions['markdown-magic']}`,
      start: '<!-- docs CODE src="a.js" -->',
      end: '<!-- /docs -->',
      broken: '<!-- docs CODE src="gone.js" -->',
      command: bin('md-magic'),
      args: ['--path', 'README.md'],
    },
    {
      name: `doctoc ${versions.doctoc}`,
      start: '<!-- START doctoc generated TOC please keep comment here to allow auto update -->',
      end: '<!-- END doctoc generated TOC please keep comment here to allow auto update -->',
      command: bin('doctoc'),
      args: ['--update-only', 'README.md'],
    },
    {
      name: `all-contributors-cli ${versions['all-contributors-cli']}`,
      start: '<!-- ALL-CONTRIBUTORS-LIST:START -->',
      end: '<!-- ALL-CONTRIBUTORS-LIST:END -->',
      command: bin('all-contributors'),
      args: ['generate'],
    },
  ]
}

/** The project around the README: what each of them makes its block of. */
export const files: Readonly<Record<string, string>> = {
  'a.js': 'export const a = 1\n',
  'package.json': '{ "name": "larder", "version": "1.2.3" }\n',
  '.all-contributorsrc': JSON.stringify({
    projectName: 'larder',
    projectOwner: 'tea',
    repoType: 'github',
    repoHost: 'https://github.com',
    files: ['README.md'],
    imageSize: 100,
    commit: false,
    contributors: [
      {
        login: 'ada',
        name: 'Ada',
        avatar_url: 'https://a.example/a.png',
        profile: 'https://ada.example',
        contributions: ['code'],
      },
    ],
  }),
}
