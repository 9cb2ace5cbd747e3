import type { Project } from '@frontdoor/kit/project'
import { decode } from '@frontdoor/kit/text/percent'
import { mainWorkflow, workflowCalled, workflowNamed, workflowsOf } from '../workflows.ts'
import { namesOwn } from './own.ts'
import type { Parts } from './pattern.ts'

/** What a new address needs and the old one does not say. */
export interface Known {
  readonly known: Parts
  /** True where it wants an eye. */
  readonly guessed: boolean
}

/** What only the project knows. Its own workflows say nothing about another repository's badge. */
export function knownParts(parts: Parts, project: Project): Known {
  const { repository, defaultBranch } = project
  if (repository !== undefined && !namesOwn(parts, project)) return { known: {}, guessed: false }
  const workflows = workflowsOf(project)
  const title = parts.name === undefined ? undefined : decode(parts.name)
  const workflow = title === undefined ? mainWorkflow(workflows) : workflowNamed(title, workflows)
  const guess = title === undefined ? undefined : workflowCalled(title, workflows)
  const file = (workflow ?? guess)?.file
  return {
    known: { ...(file && { workflow: file }), ...(defaultBranch && { defaultBranch }) },
    guessed: workflow === undefined && guess !== undefined,
  }
}
