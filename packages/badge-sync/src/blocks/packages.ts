import { UserError } from '@frontdoor/kit/io'
import { readManifests } from '@frontdoor/kit/manifests/readers'
import { untrustedText } from '@frontdoor/markdown/untrusted'
import type { PhrasingContent, TableRow } from 'mdast'
import { type Generator, generator } from '../block.ts'

export const block: Generator = generator({
  name: 'packages',
  summary: 'The packages of a workspace in a table: name, version, what each is for.',
  example: 'packages private',
  options: {
    private: { type: 'boolean', default: false, description: 'Those that are not published, too.' },
    version: { type: 'boolean', default: true, description: 'With a column for the version.' },
  },
  async generate({ project, options }) {
    const { files, packages } = project
    if (packages.length === 0) throw new UserError('this folder is not the root of a workspace')
    const read = await Promise.all(
      packages.map(async (folder) => ({ folder, ...(await readManifests(files, folder)) })),
    )
    const shown = read.flatMap(({ folder, manifests: [first] }) =>
      first && (options.private || !first.private) ? [{ folder, ...first }] : [],
    )
    if (shown.length === 0) return []
    const rows = shown.map(({ folder, name = folder, version = '', description = '' }) => [
      [
        {
          type: 'link' as const,
          url: `${encodeURI(folder)}`,
          children: [{ type: 'inlineCode' as const, value: name }],
        },
      ],
      ...(options.version ? [untrustedText(version)] : []),
      untrustedText(description),
    ])
    const head = ['Package', ...(options.version ? ['Version'] : []), 'Description'].map((value) => [
      { type: 'text' as const, value },
    ])
    return [{ type: 'table', align: [], children: [row(head), ...rows.map(row)] }]
  },
})

function row(cells: readonly PhrasingContent[][]): TableRow {
  return { type: 'tableRow', children: cells.map((children) => ({ type: 'tableCell', children })) }
}
