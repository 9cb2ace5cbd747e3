import { posix, relative, sep } from 'node:path'
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
  const toRoot = relative(folder, root).replaceAll(sep, '/')
  return workflows.map((path) => {
    const text = files.text(posix.join(toRoot, path)) ?? ''
    // A title is one plain or quoted line at the left edge; to read more of the file would cost a YAML parser.
    const [, quoted, plain] = /^name:[ \t]*(?:["']([^"'\n]*)["']|([^\s#][^\n#]*))/m.exec(text) ?? []
    const title = (quoted ?? plain)?.trim()
    return {
      file: posix.basename(path),
      ...(title && { title }),
      builds: /^\s*["']?on["']?:[\s\S]*?\b(?:push|pull_request)\b/m.test(text),
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
  const slug = (text: string): string => text.toLowerCase().replaceAll(/[^a-z\d]+/g, '-')
  return workflows.find(({ file }) => slug(file.replace(/\.ya?ml$/i, '')) === slug(title))
}

/** The only workflow that builds, or the one that is called as such a workflow is. Undefined where there is a choice. */
export function mainWorkflow(workflows: readonly Workflow[]): Workflow | undefined {
  const building = workflows.filter(({ builds }) => builds)
  if (building.length === 1) return building[0]
  for (const names of mainNames) {
    const named = building.filter(({ file }) => names.test(file))
    if (named.length > 0) return named.length === 1 ? named[0] : undefined
  }
  return undefined
}

/** What a workflow that builds and tests is called; the surest names first. */
const mainNames = [/^(?:ci|tests?)\.ya?ml$/i, /^(?:build|main|check)\.ya?ml$/i]
