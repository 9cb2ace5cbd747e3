import { posix } from 'node:path'
import { relativePath } from '@frontdoor/kit/files/relative-path'
import type { Project } from '@frontdoor/kit/project'

/** A workflow of GitHub Actions. */
export interface Workflow {
  /** Name of its file. */
  readonly file: string
  /** Its title; absent where it has none, and GitHub shows the path. */
  readonly title?: string
  /** True where it runs on pushes or pull requests. */
  readonly builds: boolean
}

/** The workflows of a project's repository, by the names of their files. */
export function workflowsOf({ workflows, files, folder, root }: Project): Workflow[] {
  const toRoot = relativePath(folder, root)
  return workflows.map((path) => {
    const text = files.text(posix.join(toRoot, path)) ?? ''
    // A title is one plain or quoted line at the left edge; to read more of the file would cost a YAML parser.
    const [, quoted, plain] = /^name:[ \t]*(?:["']([^"'\n]*)["']|([^\s#][^\n#]*))/m.exec(text) ?? []
    const title = (quoted ?? plain)?.trim()
    return {
      file: posix.basename(path),
      ...(title && { title }),
      builds: runsOnChanges(text),
    }
  })
}

/** The workflow that an old address means by its title, or by its path where it has none. */
export function workflowNamed(title: string, workflows: readonly Workflow[]): Workflow | undefined {
  const path = /^\.github\/workflows\/(.+)$/.exec(title)?.[1]
  if (path !== undefined) return workflows.find(({ file }) => file === path)
  return workflows.find((workflow) => workflow.title === title)
}

/** The workflow whose file is called as an old address has its title: a guess, where no title says so. */
export function workflowCalled(title: string, workflows: readonly Workflow[]): Workflow | undefined {
  return workflows.find(({ file }) => slugOf(stem(file)) === slugOf(title))
}

function slugOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z\d]+/g, '-')
}

/** The only workflow that builds, or the one that is called as such a workflow is. Undefined where there is a choice. */
export function mainWorkflow(workflows: readonly Workflow[]): Workflow | undefined {
  const building = workflows.filter(isBuild)
  if (building.length === 1) return onlyOne(building)
  for (const names of mainNames.slice(0, 2)) {
    const named = calledSo(building, names)
    if (named.length > 0) return named.length === 1 ? named[0] : undefined
  }
  return undefined
}

/** The workflow that says best whether the project is sound; undefined where no name says that it builds. */
export function shownWorkflow(workflows: readonly Workflow[]): Workflow | undefined {
  const building = workflows.filter(isBuild)
  for (const names of mainNames) {
    const [named] = calledSo(building, names)
    if (named) return named
  }
  const loose = building.filter(({ file }) => looseNames.test(stem(file)))
  return onlyOne(loose.length === 1 ? loose : building)
}

/** The workflows whose files have such a name, else the one whose title has it: `actions_build.yml` with the title "CI". */
function calledSo(workflows: readonly Workflow[], names: RegExp): Workflow[] {
  const byFile = workflows.filter(({ file }) => names.test(stem(file)))
  if (byFile.length > 0) return byFile
  const byTitle = workflows.filter(({ title = '' }) => names.test(slugOf(title)))
  return byTitle.length === 1 ? byTitle : []
}

/** Of one that neither its file nor its title calls a chore, that it builds is the best guess. */
function onlyOne([one, other]: readonly Workflow[]): Workflow | undefined {
  return other === undefined && !chores.test(one?.title ?? '') ? one : undefined
}

/** What a workflow that builds and tests is called; the surest names first. */
const mainNames = [
  /^(?:ci|tests?)$/i,
  /^(?:build|main|check)$/i,
  /^(?:continuous-integration|testing|unit-?tests?|checks|verify|build-and-test)$/i,
  /^(?:node(?:\.?js)?|npm|python(?:-?package|-?app)?|go|rust|php|ruby|java|dotnet|maven|gradle|swift|cmake|linux|ubuntu)$/i,
]

/** What may be one of several that each build or test something. */
const looseNames = /^(?:ci[-_.].*|.*[-_.]ci|tests?[-_.].*|.*[-_.]tests?|build[-_.].*)$/i

/** What other workflows do on the same events. */
const chores =
  /(?:^|[-_. ])(?:analy[sz]e|auto\w*|backport|benchmarks?|bump|changelog|cla|codeql|commitlint|commits|compress|conflicts?|conflcts|dco|dependabot|deploy\w*|docker|docs?|documentation|draft|fossa|images?|insiders|issues?|labell?er|labels?|licen[cs]es?|links?|lock|nightly|pages|perf|pr|preview|publish|releases?|reviews?|scorecards?|security|site|slop|spell\w*|stale|sync|translations?|triage|typos?|updates?|website|welcome|zizmor)(?=$|[-_. ])/i

function isBuild({ file, builds }: Workflow): boolean {
  return builds && !chores.test(stem(file))
}

function stem(file: string): string {
  return file.replace(/\.ya?ml$/i, '')
}

/** True where pushes to branches or pull requests start it; those of tags alone are releases. */
function runsOnChanges(text: string): boolean {
  const [, inline = '', block = ''] = /^["']?on["']?:([^\n]*)((?:\n(?:[ \t#-][^\n]*|\r?)(?=\n|$))*)/m.exec(text) ?? []
  const events = `${inline}\n${block}`.replaceAll(/(?:^|\s)#.*/g, '')
  if (/(?:^|[\s,[{"'-])pull_request\b/.test(events)) return true
  if (!/(?:^|[\s,[{"'-])push\b/.test(events)) return false
  return !/\btags:/.test(events) || /\bbranches:/.test(events)
}
