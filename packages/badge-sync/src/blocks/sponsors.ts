import { UserError } from '@frontdoor/kit/io'
import { platformLabel } from '@frontdoor/kit/project/platform-label'
import { untrustedText } from '@frontdoor/markdown/untrusted'
import type { RootContent, Text } from 'mdast'
import { type BlockContext, type Generator, generator } from '../block.ts'
import { sponsorsFile, sponsorsOfFile } from '../sponsors/file.ts'
import { sponsorsOfGithub } from '../sponsors/github.ts'
import { sponsorsOfLiberapay } from '../sponsors/liberapay.ts'
import { type Tier, tiersOf } from '../sponsors/merge.ts'
import { sponsorsOfCollective } from '../sponsors/open-collective.ts'
import { type Person, peopleHtml } from '../sponsors/people.ts'
import type { Sponsor } from '../sponsors/sponsor.ts'

const sources = ['file', 'github', 'open_collective', 'liberapay'] as const
type Source = (typeof sources)[number]

export const block: Generator = generator({
  name: 'sponsors',
  summary:
    'Who gives money: links with a picture or a name, by tiers. From a file `sponsors.yml`, GitHub Sponsors, Open Collective and Liberapay.',
  example: 'sponsors file=sponsors.yml',
  options: {
    sources: {
      type: 'array',
      items: { enum: sources },
      default: [],
      description:
        'Whom to ask. Where it does not say, the file if there is one, else all that FUNDING.yml and the manifests name.',
    },
    file: {
      type: 'string',
      default: '',
      description:
        'The file with tiers, each a list of `title`, `url` and `img`; found by its name where it does not say.',
    },
    sizes: {
      type: 'array',
      items: { type: 'integer', minimum: 16, maximum: 600 },
      default: [180, 120, 80, 48],
      description: 'Widths of the pictures of the tiers, in pixels, the largest first.',
    },
    clean: { type: 'boolean', default: false, description: 'Without the parameters `utm_…` and `ref` of addresses.' },
  },
  async generate(context) {
    const { sources: wanted, file, sizes, clean } = context.options
    const found = await gather({ ...context, options: {} }, wanted.length > 0 ? wanted : sourcesOf(context, file), file)
    const tiers = tiersOf(found)
    return tiers.flatMap((tier, index) =>
      written(tier, { width: widthAt(sizes, index), clean, alone: tiers.length === 1 }),
    )
  },
})

/** A tier without a title, as of givers of any amount, is shown smallest. */
function widthAt(sizes: readonly number[], index: number): number {
  return sizes[Math.min(index, sizes.length - 1)] ?? 64
}

function sourcesOf({ project }: Pick<BlockContext, 'project'>, file: string): readonly Source[] {
  if (file !== '' || sponsorsFile(project) !== undefined) return ['file']
  return sources.filter((source) => accounts(project, source).length > 0)
}

function accounts({ funding }: BlockContext['project'], source: Source): string[] {
  const page = pages[source]
  return funding.flatMap(({ url }) => page?.exec(url)?.[1] ?? [])
}

const pages: Readonly<Partial<Record<Source, RegExp>>> = {
  github: /^https:\/\/github\.com\/sponsors\/([\w-]+)\/?$/i,
  open_collective: /^https:\/\/opencollective\.com\/([\w-]+)\/?$/i,
  liberapay: /^https:\/\/liberapay\.com\/([\w.-]+)\/?$/i,
}

async function gather(context: BlockContext, wanted: readonly Source[], file: string): Promise<Sponsor[][]> {
  const { project, ask, io } = context
  if (wanted.length === 0) throw new UserError(nobody(project))
  const readers: Readonly<Record<Exclude<Source, 'file'>, typeof sponsorsOfGithub>> = {
    github: sponsorsOfGithub,
    open_collective: sponsorsOfCollective,
    liberapay: sponsorsOfLiberapay,
  }
  const all = wanted.flatMap((source) => {
    if (source === 'file') return [sponsorsOfFile(project, file || (sponsorsFile(project) ?? 'sponsors.yml'))]
    const named = accounts(project, source)
    if (named.length === 0) throw new UserError(`no account of ${source} is named in FUNDING.yml or a manifest`)
    return named.map((account) => readers[source](account, ask, io))
  })
  return Promise.all(all)
}

/** Some platforms do not say in public who gives. */
function nobody({ funding }: BlockContext['project']): string {
  const silent = new Set(funding.map(({ platform, url }) => platformLabel(platform, url)))
  if (silent.size === 0) return 'nothing says who sponsors: add a file sponsors.yml, or name accounts in FUNDING.yml'
  return `${[...silent].join(', ')}: no public page says who gives there; add a file sponsors.yml, or write the block funding, which links to them`
}

interface Form {
  readonly width: number
  readonly clean: boolean
  readonly alone: boolean
}

function written({ title, sponsors }: Tier, { width, clean, alone }: Form): RootContent[] {
  const people = sponsors.map(
    (sponsor): Person => ({
      ...sponsor,
      ...(clean && sponsor.url && { url: cleaned(sponsor.url) }),
      image: sized(sponsor.image, width),
    }),
  )
  const shown = peopleHtml(people, { width, rel: 'sponsored noopener' })
  const name = title ?? (alone ? undefined : 'Sponsors')
  return name === undefined
    ? [shown]
    : [{ type: 'paragraph', children: [{ type: 'strong', children: [...untrustedText(capital(name)), colon] }] }, shown]
}

// Markdown linters take strong text alone in a line for a heading, unless it ends so.
const colon: Text = { type: 'text', value: ':' }

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** Avatars are as large as is asked for: twice the width, for fine screens. */
function sized(image: string | undefined, width: number): string | undefined {
  if (image === undefined || !image.startsWith('https://avatars.githubusercontent.com/')) return image
  const url = new URL(image)
  url.searchParams.set('s', String(width * 2))
  return url.href
}

function cleaned(address: string): string {
  const url = new URL(address)
  for (const key of [...url.searchParams.keys()]) if (/^(?:utm_\w+|ref)$/i.test(key)) url.searchParams.delete(key)
  return url.href
}
