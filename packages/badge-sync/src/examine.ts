import { examineText, type Fixes, type Outcome, outcomeOf } from '@frontdoor/kit/cli/runner'
import type { ReadDocument } from '@frontdoor/kit/readme/parser'
import { isRst, otherFormat } from '@frontdoor/kit/readme/readmes'
import { readRst, withAddressFixes } from '@frontdoor/kit/readme/rst'
import type { Session } from '@frontdoor/kit/readme/session'
import { heedLink, heedSource } from '@frontdoor/kit/readme/source'
import type { Subject } from '@frontdoor/kit/readme/subjects'
import type { RuleFinding } from '@frontdoor/kit/report'
import { badgeImages } from './badge-images.ts'
import type { Check, CheckContext } from './check.ts'
import { PlacedError } from './placed-error.ts'
import type { PackageAnswers } from './registry/package-answers.ts'
import type { Settings, settingsLoader } from './settings.ts'
import type { Blocks } from './sync/open-blocks.ts'

/** How the READMEs of one run are looked at. */
export interface Examination {
  readonly session: Session
  readonly settingsOf: ReturnType<typeof settingsLoader>
  readonly fixes: Fixes
  readonly checks: (settings: Settings) => readonly Check[]
  readonly blocks: Blocks
  readonly answers: PackageAnswers
}

/** What was found in a README. */
export interface Examined extends Outcome {
  /** True where something stood in the way: the text is as it was, and one of the findings says what. */
  readonly stopped?: true
}

/** Looks at one README and, where asked to, mends it. */
export async function examine(subject: Subject, examination: Examination): Promise<Examined> {
  const { path, home, shown, text } = subject
  const { session, settingsOf, checks, fixes } = examination
  const format = otherFormat(path)
  if (format) return outcomeOf(subject, text, [notRead(format)])
  const project = await session.projectOf(home)
  const settings = await settingsOf({ from: home.folder, root: home.root })
  const looking = { ...examination, project, path, shown, settings, checks: checks(settings), read: session.read }
  const look = looker(looking)
  try {
    return await examineText(subject, async (source) => heedLink(await look(source), subject), fixes)
  } catch (error) {
    if (!(error instanceof PlacedError)) throw error
    const { rule, message, at, source } = error
    const others = await looker({ ...looking, blocks: none })(text)
    // What a fix has moved is told of without its place.
    const stop = { at: source === text ? at : { start: 0, end: 0 }, message, rule, severity: 'error' as const }
    return { ...outcomeOf(subject, text, inOrder([...others, stop])), stopped: true }
  }
}

const none: Looking['blocks'] = { findings: async () => [] }

/** How a text is looked at. */
export interface Looking extends Pick<CheckContext, 'project' | 'path'> {
  /** What it is called in messages. */
  readonly shown: string
  readonly settings: Settings
  readonly checks: readonly Check[]
  readonly read: ReadDocument
  readonly blocks: Pick<Blocks, 'findings'>
  readonly answers: Pick<PackageAnswers, 'about'>
}

/**
 * Looks at a text, with the checks that the settings leave on; in the order of the text.
 *
 * What it returns throws a `PlacedError` where a marker is not as it must be.
 */
export function looker({ project, path, shown, settings, read, blocks, answers, ...all }: Looking) {
  const checks = all.checks.filter(({ name }) => settings.checks?.[name] !== 'off')
  return async (source: string): Promise<RuleFinding[]> => {
    const document = await (isRst(path) ? readRst(source, shown) : read(source, shown))
    const images = badgeImages(document)
    const known = await answers.about({ document, images }, project)
    const here = { document, path, files: project.files }
    const found = await heedSource(findingsOf({ document, images, project, path, known }, checks), here)
    const behind = await blocks.findings(document, { project, path, shown, options: settings.blocks ?? {} })
    if (isRst(path)) return withAddressFixes(document, found).map(graded)
    return inOrder([...found.map(graded), ...behind])
  }
}

function findingsOf(context: CheckContext, checks: readonly Check[]): RuleFinding[] {
  const found = checks.flatMap(({ name, check }) =>
    [...check(context)].map(({ at: { start, end }, ...finding }) => {
      return { ...finding, at: { start, end }, rule: name, severity: 'info' as const }
    }),
  )
  return inOrder(onceEach(found))
}

function inOrder(findings: RuleFinding[]): RuleFinding[] {
  return findings.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)
}

/** What can be mended is drift; what wants an eye is advice, and fails no build. */
function graded(finding: RuleFinding): RuleFinding {
  return finding.fix?.safe ? { ...finding, severity: 'warning' } : finding
}

/** Images that share a definition have one address, of which there is one thing to say. */
function onceEach(findings: readonly RuleFinding[]): RuleFinding[] {
  return [
    ...new Map(findings.map((finding) => [`${finding.at.start} ${finding.rule} ${finding.message}`, finding])).values(),
  ]
}

function notRead(format: string): RuleFinding {
  const message = `Not checked: this README is ${format}, and badge-sync reads Markdown and reStructuredText`
  return { at: { start: 0, end: 0 }, message, rule: 'readme/format', severity: 'info' }
}
