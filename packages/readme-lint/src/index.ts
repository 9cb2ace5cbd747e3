import { chooseEdits } from '@frontdoor/kit/cli/fix'
import { openDisk } from '@frontdoor/kit/files/disk'
import type { Project } from '@frontdoor/kit/project'
import { loadProject as load } from '@frontdoor/kit/project/load'
import { loadReader } from '@frontdoor/kit/readme/parser'
import type { RuleFinding } from '@frontdoor/kit/report'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { applyEdits } from '@frontdoor/markdown/edit'
import { configuredRules, type RuleSetting } from './config/configure.ts'
import { type ProfileName, profileOf, rulesIn } from './config/profiles.ts'
import { checkedValues } from './config/schema.ts'
import { sectionLoader } from './config/settings.ts'
import { docsUrl } from './docs-url.ts'
import { hosts as allHosts } from './hosts.generated.ts'
import { showingsOf } from './hosts.ts'
import { lintForHosts } from './lint-for-hosts.ts'
import { rules as allRules } from './rules.generated.ts'

/** How to look at a document. */
export interface LintOptions {
  /** Path of the document, relative to the project's folder, with forward slashes; `README.md` where absent. */
  readonly path?: string
  /** Names of the hosts that show it, instead of those that the manifests tell. */
  readonly hosts?: readonly string[]
  /** What kind of project this is, instead of what its files tell: it says which sections are expected. */
  readonly profile?: ProfileName
  /** What to do with rules, by their names: `off`, a severity, or an object with a severity and the rule's options. */
  readonly rules?: Readonly<Record<string, RuleSetting>>
}

/**
 * What there is to say about a document in a project, sorted by place, less what its comments suppress.
 *
 * @throws {UserError} where the options name a rule, a host or an option that is not there
 */
export async function lint(
  document: MarkdownDocument,
  project: Project,
  { path = 'README.md', ...given }: LintOptions = {},
): Promise<readonly RuleFinding[]> {
  const values = await checkedValues(given)
  const showings = showingsOf(project, path, values.hosts)
  const profile = values.profile ?? profileOf(project, document.source)
  const rules = rulesIn(profile, configuredRules({ rules: values.rules ?? {}, only: [] }))
  return lintForHosts({ document, project, path, showings }, rules, { read: (source) => createDocument(source) })
}

/** How to make a document. */
export interface DocumentOptions {
  /** What the text is called in messages; `README.md` where absent. */
  readonly name?: string
  /** `auto`, where absent, takes satteri where it is installed; both give the same tree. */
  readonly engine?: 'auto' | 'remark' | 'satteri'
}

/**
 * Makes a document of a text.
 *
 * @throws {UserError} with line and column where the text would overwhelm a parser
 */
export async function createDocument(source: string, options: DocumentOptions = {}): Promise<MarkdownDocument> {
  const { name = 'README.md', engine = 'auto' } = options
  const read = await loadReader(engine)
  return read(source, name)
}

/**
 * Reads the facts about the project in a folder: manifests, git, licence, sponsors.
 *
 * @param env where CI services say which branch is the default one
 * @throws {UserError} where there is no such folder
 */
export function loadProject(
  folder: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Project> {
  return load({ env }, folder)
}

/**
 * The options that the project's config file gives (`frontdoor.yml` and its like); empty where there is none.
 *
 * @throws {UserError} with a line for each mistake in it
 */
export async function loadOptions(project: Project): Promise<Pick<LintOptions, 'hosts' | 'profile' | 'rules'>> {
  const { values } = await sectionLoader(
    { cwd: project.folder },
    openDisk(),
  )({ from: project.folder, root: project.root })
  const { hosts, profile, rules } = values
  return {
    ...(hosts && { hosts }),
    ...(profile && { profile }),
    ...(rules && { rules: rules as NonNullable<LintOptions['rules']> }),
  }
}

/**
 * A source with the fixes of its findings. Fixes that overlap take turns, so lint what comes back and fix it again, until
 * nothing changes.
 *
 * @param unsafe apply suggestions, too
 */
export function applyFixes(source: string, findings: readonly RuleFinding[], unsafe = false): string {
  return applyEdits(source, chooseEdits(findings, unsafe))
}

/** A rule or a host, for those who choose some. */
export interface Named {
  readonly name: string
  readonly summary: string
  /** Address of its page. */
  readonly docs: string
}

/** Every rule, by name. */
export const rules: readonly Named[] = allRules.map(({ name, summary }) => ({ name, summary, docs: docsUrl(name) }))

/** Names of the hosts that `LintOptions.hosts` and `RenderOptions.host` can name. */
export const hosts: readonly string[] = allHosts.map(({ name }) => name)

export { UserError } from '@frontdoor/kit/io'
export type { Severity } from '@frontdoor/kit/report'
export type { Edit, Range } from '@frontdoor/markdown/edit'
export type { Fix } from '@frontdoor/markdown/finding'
export {
  type Rendered,
  type RenderMarkdownOptions,
  type RenderOptions,
  renderHtml,
  renderMarkdown,
} from './render-for.ts'
export type { MarkdownDocument, ProfileName, Project, RuleFinding, RuleSetting }
