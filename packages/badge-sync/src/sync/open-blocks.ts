import type { Io } from '@frontdoor/kit/io'
import { isRst } from '@frontdoor/kit/readme/readmes'
import type { Session } from '@frontdoor/kit/readme/session'
import type { RuleFinding } from '@frontdoor/kit/report'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Network } from '../network.ts'
import type { BlockWorld } from './blocks.ts'

/** How a run treats blocks. */
export interface BlockPlan {
  readonly force: boolean
  readonly mayRun: boolean
  readonly offline: boolean
}

/** The blocks of the documents of one run. */
export interface Blocks {
  /** What is not up to date; nothing where the run leaves blocks alone. See `blockFindings`. */
  findings(document: MarkdownDocument, place: Place): Promise<RuleFinding[]>
  /** Must be called at the end. */
  close(): Promise<void>
}

/** Where a document stands, and what the config says of its blocks. */
interface Place extends Pick<BlockWorld, 'project' | 'shown' | 'options'> {
  readonly path: string
}

/**
 * What brings blocks up to date is loaded with the first document that may have one.
 *
 * @param plan absent where blocks are to be left alone
 */
export function openBlocks(
  io: Pick<Io, 'env' | 'now' | 'stderr'>,
  { read }: Pick<Session, 'read'>,
  plan: BlockPlan | undefined,
): Blocks {
  let network: Network | undefined
  const made = new Map<string, Promise<unknown>>()
  return {
    async findings(document, place) {
      if (!plan || !/badge-sync:/i.test(document.source)) return []
      if (isRst(place.path)) {
        ;(await import('./markers.ts')).refuseInRst(document)
        return []
      }
      const [{ blockFindings }, { openNetwork }] = await Promise.all([import('./blocks.ts'), import('../network.ts')])
      network ??= openNetwork(io, plan.offline)
      const once: BlockWorld['once'] = (key, make) => {
        const name = `${place.project.folder} ${key}`
        const known = made.get(name) ?? make()
        made.set(name, known)
        return known as ReturnType<typeof make>
      }
      return blockFindings(document, { ...place, ...plan, io, read, ask: network.ask, once })
    },
    close: async () => network?.close(),
  }
}
