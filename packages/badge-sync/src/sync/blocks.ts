import { optionValues } from '@frontdoor/kit/config/options'
import { HttpFailure } from '@frontdoor/kit/http/failure'
import { type Io, UserError } from '@frontdoor/kit/io'
import type { Project } from '@frontdoor/kit/project'
import type { ReadDocument } from '@frontdoor/kit/readme/parser'
import type { RuleFinding } from '@frontdoor/kit/report'
import { nearest } from '@frontdoor/kit/text/nearest'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { applyEdits, covers, type Edit } from '@frontdoor/markdown/edit'
import type { BlockContext, Content, Generator } from '../block.ts'
import { generators } from '../blocks.generated.ts'
import type { Ask } from '../network.ts'
import { PlacedError } from '../placed-error.ts'
import { removalOf } from './block-removal.ts'
import { checksum } from './checksum.ts'
import { type MarkedBlock, readMarkers } from './markers.ts'
import { readParameters } from './parameters.ts'
import { saysTheSame } from './same.ts'

/** What syncing the blocks of a document needs to know. */
export interface BlockWorld {
  readonly project: Project
  /** Path of the document as the user knows it. */
  readonly shown: string
  readonly io: Pick<Io, 'env' | 'now'>
  readonly read: ReadDocument
  readonly ask: Ask
  /** Options by the name of a block, from the config. */
  readonly options: Readonly<Record<string, unknown>>
  readonly mayRun: boolean
  /** Nobody is asked for anything. */
  readonly offline: boolean
  /** Overwrites what was edited by hand. */
  readonly force: boolean
  readonly once: BlockContext['once']
}

/**
 * What is not as its generator would write it, block by block. What cannot be generated now is an error and its block stays.
 *
 * @throws {PlacedError} where a marker is not as it must be, or a generator cannot do its work
 */
export async function blockFindings(document: MarkdownDocument, world: BlockWorld): Promise<RuleFinding[]> {
  const blocks = readMarkers(document)
  const generated = blocks.map(({ open, close }) => ({ start: open.start, end: close.end }))
  const findings: RuleFinding[] = []
  for (const block of blocks) {
    const found = await examine(block, { document, generated, world })
    if (found) findings.push({ ...found, rule: `block/${block.name}` })
  }
  return findings
}

interface Around {
  readonly document: MarkdownDocument
  readonly generated: BlockContext['generated']
  readonly world: BlockWorld
}

type Found = Omit<RuleFinding, 'rule'>

async function examine(block: MarkedBlock, around: Around): Promise<Found | undefined> {
  const { document } = around
  try {
    const content = await contentOf(block, around)
    return await compare(block, content, around)
  } catch (error) {
    if (error instanceof HttpFailure) {
      // Who says --offline, as a hook does, has not asked for what needs the network.
      const severity = around.world.offline || error.kind === 'offline' ? 'info' : 'error'
      return { at: block.open, severity, message: `The block ${block.name} stays as it is: ${error.message}` }
    }
    if (!(error instanceof UserError)) throw error
    const message = `The block ${block.name} stays as it is: ${error.message}`
    throw new PlacedError(message, { rule: `block/${block.name}`, at: block.open, source: document.source })
  }
}

async function contentOf(block: MarkedBlock, { document, generated, world }: Around): Promise<Content> {
  const found = generatorOf(block.name)
  const { io, read, ask, mayRun, once, project } = world
  const given = { ...configured(world, block.name), ...readParameters(block.parameters, found.options) }
  const options = optionValues(found.options, given)
  const { body } = block
  return found.generate({ document, project, body, generated, options, io, mayRun, ask, read, once })
}

function configured({ options }: BlockWorld, name: string): Readonly<Record<string, unknown>> {
  const given = Object.hasOwn(options, name) ? options[name] : undefined
  return typeof given === 'object' && given !== null ? { ...given } : {}
}

function generatorOf(name: string): Generator {
  const found = generators.find((one) => one.name === name)
  if (found) return found
  const near = nearest(
    name,
    generators.map((one) => one.name),
  )
  const instead = near === undefined ? generators.map((one) => one.name).join(', ') : `did you mean ${near}?`
  throw new UserError(`no generator has this name: ${instead}`)
}

async function compare(block: MarkedBlock, content: Content, around: Around): Promise<Found | undefined> {
  const { document } = around
  if (content === 'remove') return drift(block, 'has had its time: it goes', removalOf(document, block))
  if ('wait' in content) {
    const message = `The block ${block.name} is empty: ${content.wait}`
    return isBlank(document, block) ? { at: block.open, severity: 'info', message } : undefined
  }
  if ('text' in content) {
    if (content.text === document.slice(block.body)) return undefined
    const edit = { ...block.body, text: content.text }
    return drift(block, 'is not true any more', await proved(block, edit, around))
  }
  const blank = isBlank(document, block)
  if (content.length === 0) return blank ? undefined : emptied(block)
  if (block.sum === checksum(document.slice(block.body)) && saysTheSame(document, block, content)) return undefined
  const { writeBody } = await import('./body.ts')
  const body = writeBody(document, block, content)
  if (typeof body !== 'string') throw new UserError(body.reason)
  return compareText(block, body, around)
}

async function compareText(block: MarkedBlock, text: string, around: Around): Promise<Found | undefined> {
  const { document, world } = around
  const old = document.slice(block.body)
  const [was, is] = [checksum(old), checksum(text)]
  if (was === is && block.sum === is) return undefined
  if (was !== is && block.sum !== undefined && block.sum !== was && !isBlank(document, block) && !world.force) {
    const message = `The block ${block.name} was edited by hand: move what you wrote out of it, or overwrite it with --force`
    return { at: block.open, severity: 'error', message }
  }
  // The end marker says what was written, and is written with it.
  const edit = {
    start: block.body.start,
    end: block.close.end,
    text: `${text}<!-- badge-sync:end ${block.name} sha=${is} -->`,
  }
  return drift(
    block,
    isBlank(document, block) ? 'is empty' : 'is not what it would be now',
    await proved(block, edit, around),
  )
}

function isBlank(document: MarkdownDocument, { body }: MarkedBlock): boolean {
  return /^[\s>]*$/.test(document.slice(body))
}

function drift({ open, name }: MarkedBlock, what: string, edit: Edit): Found {
  return { at: open, severity: 'warning', message: `The block ${name} ${what}`, fix: { safe: true, edits: [edit] } }
}

function emptied({ open, name }: MarkedBlock): Found {
  const message = `The block ${name} stays as it is: there is nothing to put into it any more; remove it if that is right`
  return { at: open, severity: 'error', message }
}

/**
 * The edit, if what it writes stays between its markers: a fence that is open, a marker in what a generator says, or an
 * indentation that makes code of it would cost the rest of the document.
 */
async function proved(block: MarkedBlock, edit: Edit, { document, world }: Around): Promise<Edit> {
  const after = await world.read(applyEdits(document.source, [edit]), world.shown)
  const before = readMarkers(document)
  const index = before.findIndex(({ open }) => open.start === block.open.start)
  const found = attempt(() => readMarkers(after))
  const own = found?.[index]
  const whole = edit.text.slice(0, own && own.body.end - own.body.start)
  const kept = found?.length === before.length && own?.name === block.name && after.slice(own.body) === whole
  const rest = kept && after.comments.length - inside(after, own) === document.comments.length - inside(document, block)
  if (!rest) throw new UserError('what was made for it would not stay between its markers')
  return edit
}

function inside({ comments }: MarkdownDocument, { body }: MarkedBlock): number {
  return comments.filter((comment) => covers(body, comment)).length
}

function attempt<Value>(make: () => Value): Value | undefined {
  try {
    return make()
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}
