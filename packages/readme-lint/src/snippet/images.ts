import { posix } from 'node:path'
import { fullName, inRepository } from '@frontdoor/kit/forge'
import type { Project } from '@frontdoor/kit/project'
import type { Range } from '@frontdoor/markdown/edit'
import type { Finding } from '@frontdoor/markdown/finding'
import type { RuleContext } from '../rule.ts'
import { codeOf } from './code.ts'

/** A container image, without its tag. */
interface Image {
  /** `docker.io` where none is written. */
  readonly registry: string
  readonly name: string
}

const form = String.raw`(?:(?<registry>[\w-]+(?:\.[\w-]+)+)\/)?(?<name>[a-z\d][\w-]*(?:\/[a-z\d][\w.-]*)+)`

/** Images that a README pulls and that a workflow publishes under another owner. */
export function* wrongImages({ document, project }: RuleContext): Generator<Finding> {
  const written = codeOf(document).flatMap(({ lines }) => lines.flatMap(imagesIn))
  if (written.length === 0) return
  const published = publishedImages(project).filter(
    ({ image, named }) => !isForTheReader(image) && (named || isOurs({ document, project })),
  )
  if (written.some(({ image }) => published.some((one) => isSame(one.image, image)))) return
  for (const { image, at } of written) {
    const own = published.find((one) => one.image.registry === image.registry && bare(one.image) === bare(image))
    if (!own || isForTheReader(image)) continue
    const message = `This pulls ${full(image)}, but ${own.path} publishes ${full(own.image)}`
    yield { at, message, fix: { safe: false, edits: [{ ...at, text: own.image.name }] } }
  }
}

/** `user/app` and `name/app` are nobody's: they show what a call looks like. */
function isForTheReader({ name }: Image): boolean {
  return /^(?:name|users?|username|your[\w-]*|my[\w-]*|example|org|owner)\//.test(name)
}

function isSame(a: Image, b: Image): boolean {
  return a.registry === b.registry && a.name.toLowerCase() === b.name.toLowerCase()
}

function full({ registry, name }: Image): string {
  return registry === 'docker.io' ? name : `${registry}/${name}`
}

function bare({ name }: Image): string {
  return name.toLowerCase().split('/').at(-1) ?? ''
}

/** In a fork, what a workflow publishes has the name of the fork; the README tells which repository it is of. */
function isOurs({ document, project: { repository } }: Pick<RuleContext, 'document' | 'project'>): boolean {
  return repository !== undefined && document.links.some(({ url }) => inRepository(url, repository))
}

interface WrittenImage {
  readonly image: Image
  /** Where its name is written, without the registry. */
  readonly at: Range
}

/** Where an image can stand: alone on a line, behind `image:`, or behind a command and its options. */
const places = [
  new RegExp(String.raw`^\s*${form}(?::[\w.-]+)?\s*\\?$`, 'd'),
  new RegExp(String.raw`^\s*(?:- )?image: *["']?${form}(?=[:@"'\s]|$)`, 'd'),
  new RegExp(String.raw`\b(?:docker|podman) (?:pull|run|create)(?: [^|;&]*)? ${form}(?=[:@\s]|$)(?!:\/)`, 'd'),
]

function imagesIn({ text, start }: { readonly text: string; readonly start: number }): WrittenImage[] {
  if (text.length > 500 || !text.includes('/')) return []
  for (const place of places) {
    const match = place.exec(text)
    const [from, to] = match?.indices?.groups?.name ?? []
    const { registry = 'docker.io', name } = match?.groups ?? {}
    if (name !== undefined && from !== undefined && to !== undefined)
      return [{ image: { registry: registry.toLowerCase(), name }, at: { start: start + from, end: start + to } }]
  }
  return []
}

interface PublishedImage {
  readonly image: Image
  /** The workflow that publishes it. */
  readonly path: string
  /** True where the workflow writes its name, false where that follows from the repository. */
  readonly named: boolean
}

/** The images in `images:` and `tags:` of workflows, as far as their names can be told without running them. */
function publishedImages(project: Project): PublishedImage[] {
  const { files, workflows } = project
  return workflows.flatMap((path) => {
    const text = files.text(posix.relative(project.directory, path)) ?? ''
    if (!/docker\/(?:build-push|metadata)-action/.test(text)) return []
    return valuesOf(text).flatMap((value) => {
      const resolved = resolve(value, text, project)
      const { registry = 'docker.io', name } = new RegExp(`^${form}(?=$|[:@])`).exec(resolved)?.groups ?? {}
      return name === undefined
        ? []
        : [{ image: { registry, name }, path, named: !/github\./.test(expand(value, text)) }]
    })
  })
}

/** What stands behind `images:` and `tags:`, in one line or in those below. */
function valuesOf(text: string): string[] {
  const blocks = text.matchAll(/^([ -]*)(?:images|tags):[ \t]*(.*)((?:\n(?:\1[ ]+\S.*|[ \t]*$))*)/gm)
  return [...blocks].flatMap(([, , inline = '', below = '']) =>
    `${inline}\n${below}`
      .split(/[\n,]/)
      .map((line) => line.replace(/^[\s\-|>]*(?:name=)?["']?/, '').replace(/["'\s]+$/, '')),
  )
}

/** A value with the environment that the workflow itself sets. */
function expand(value: string, text: string): string {
  const once = (from: string): string =>
    from.replaceAll(/\$\{\{ *env\.(\w+) *\}\}/g, (whole, name: string) => {
      const [, found] = new RegExp(String.raw`^\s+${name}: *["']?([^"'\n]+?)["']?\s*$`, 'm').exec(text) ?? []
      return found ?? whole
    })
  return once(once(value))
}

function resolve(value: string, text: string, { repository }: Project): string {
  const known: Readonly<Record<string, string | undefined>> = {
    'github.repository': repository && fullName(repository),
    'github.repository_owner': repository?.owner.toLowerCase(),
    'github.event.repository.name': repository?.name.toLowerCase(),
  }
  return expand(value, text).replaceAll(/\$\{\{ *([\w.]+) *\}\}/g, (whole, name: string) => known[name] ?? whole)
}
