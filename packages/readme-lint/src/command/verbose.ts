import type { Outcome } from '@frontdoor/kit/cli/runner'
import type { Project } from '@frontdoor/kit/project'
import type { Host } from '../host.ts'
import { showingsOf } from '../hosts.ts'
import { staleFacts } from '../shown/stale.ts'
import type { LintSession } from './session.ts'

/** What was found out about the projects of some READMEs, and which facts about their hosts are old, line by line. */
export async function describeSession(
  outcomes: readonly Outcome[],
  session: LintSession,
  now: Date,
): Promise<string[]> {
  const lines: string[] = []
  const hosts = new Set<Host>()
  const projects = new Set<Project>()
  for (const { subject } of outcomes) {
    const [project, settings] = [await session.projectOf(subject.home), await session.settingsOf(subject.home)]
    const shown = showingsOf(project, subject.path, settings.hosts).map(({ host }) => host)
    for (const host of shown) hosts.add(host)
    const where =
      shown.length > 0 ? `shown on ${shown.map(({ title }) => title).join(', ')}` : 'shown on no host that is known'
    lines.push(`${subject.shown}: ${where}; config: ${settings.path ?? 'none'}`)
    if (!projects.has(project)) lines.push(...describeProject(project).map((line) => `  ${line}`))
    projects.add(project)
  }
  return [...lines, ...staleFacts([...hosts], now)]
}

function describeProject({ manifests, repository, license, documentation, problems }: Project): string[] {
  const names = manifests.map(({ path, name }) => (name === undefined ? path : `${path} (${name})`))
  return [
    `manifests: ${names.join(', ') || 'none'}`,
    `repository: ${repository?.url ?? 'unknown'}, licence: ${license?.spdx ?? 'unknown'}, documentation: ${documentation ?? 'unknown'}`,
    ...problems.map(({ path, message }) => `${path} could not be read: ${message}`),
  ]
}
