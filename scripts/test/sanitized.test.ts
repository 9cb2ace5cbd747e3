import { expect, test } from 'vitest'
import { sync } from '../../packages/badge-sync/test/blocks/run.ts'
import { hosts } from '../../packages/readme-lint/src/hosts.generated.ts'
import { read } from '../../packages/readme-lint/test/support/document.ts'
import { filterAs, render } from '../../packages/readme-lint/test/support/rendered.ts'

// One tool writes, the other knows what hosts leave of it; the tools themselves never import one another.

const blocks = ['badges', 'links', 'toc', 'install', 'sponsors', 'contributors', 'funding', 'packages', 'help']

const readme = `# Larder

${blocks.map((name) => `<!-- badge-sync:start ${name} -->\n<!-- badge-sync:end ${name} -->`).join('\n\n')}

## Use

Like *this*.
`

const files = {
  'package.json': {
    name: 'larder',
    version: '1.2.3',
    license: 'MIT',
    repository: 'tea/larder',
    main: 'index.js',
    workspaces: ['p/*'],
  },
  'p/cup/package.json': { name: '@tea/cup', version: '1.0.0', description: 'A <cup> & a saucer' },
  'index.js': '',
  LICENSE: 'MIT License\n',
  'CONTRIBUTING.md': '# Contributing\n',
  '.github/FUNDING.yml': 'github: tea\npatreon: tea\n',
  'sponsors.yml': `gold:
  - { title: 'Tea & Co "best"', url: 'https://tea.example/?a=1&b=2', img: 'https://tea.example/logo.png' }
  - { title: '<b>Bea</b> @everyone', url: 'https://b.example' }
`,
  '.all-contributorsrc': {
    contributors: [
      { name: 'Ada <script>', login: 'ada', avatar_url: 'https://avatars.githubusercontent.com/u/1?v=4' },
      { name: 'Cy', profile: 'https://cy.example' },
    ],
  },
}

const filtering = hosts.filter(({ html }) => html.does === 'filtered')

/** What a reader gets. */
interface Shown {
  readonly pictures: readonly (readonly unknown[])[]
  readonly links: readonly (readonly unknown[])[]
  readonly words: string
}

type Tree = ReturnType<typeof render>

async function written(): Promise<Tree> {
  const synced = await sync(readme, { files })
  expect(synced.code).toBe(0)
  return render(read(synced.readme).tree)
}

test('there is something of every block', async () => {
  const { pictures, links, words } = shown(await written())
  expect(pictures.map(([, alt]) => alt)).toEqual(
    expect.arrayContaining(['MIT license', 'Tea & Co "best"', 'Ada <script>']),
  )
  expect(links.map(([, text]) => text)).toEqual(
    expect.arrayContaining(['Source code', 'Use', 'GitHub Sponsors', 'Patreon', '@tea/cup', 'Cy']),
  )
  expect(words).toContain('npm install larder')
})

test.each(filtering)('$title shows the pictures, links and words that badge-sync writes', async (host) => {
  const tree = await written()
  const all = shown(tree)
  // pkg.go.dev keeps an alternative text only if it has no colon, ampersand or bracket in it.
  const alt = host.html.does === 'filtered' ? host.html.allows.values.get('img alt') : undefined
  const pictures = all.pictures.map(([src, text, width]) => [
    src,
    !alt || alt.test(`${text}`) ? text : undefined,
    width,
  ])
  expect(shown(filterAs(host, tree))).toStrictEqual({ ...all, pictures })
})

function shown(tree: Tree): Shown {
  const pictures: unknown[][] = []
  const links: unknown[][] = []
  for (const { tagName, properties, children } of elementsIn(tree)) {
    if (tagName === 'img') pictures.push([properties.src, properties.alt, properties.width])
    if (tagName === 'a') links.push([properties.href, textOf(children)])
  }
  return { pictures, links, words: textOf(tree.children) }
}

type Nodes = Tree['children']
type Element = Extract<Nodes[number], { type: 'element' }>

function elementsIn({ children }: { readonly children: Nodes }): Element[] {
  return children.flatMap((node) => (node.type === 'element' ? [node, ...elementsIn(node)] : []))
}

function textOf(nodes: Nodes): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      return node.type === 'element' ? textOf(node.children) : ''
    })
    .join('')
}
