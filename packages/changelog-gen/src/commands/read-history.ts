import { git, gitRecords } from '@frontdoor/kit/git'
import type { Io } from '@frontdoor/kit/io'
import type { Project } from '@frontdoor/kit/project'
import { readTags } from '../history/tags.ts'
import type { Entry, Release } from '../release.ts'
import type { Settings } from '../settings.ts'
import type { ProjectHistory } from '../writing/project-history.ts'

// PROVISIONAL until `releases(…)` of the history branch is there.
export async function readHistory(
  io: Io,
  project: Project,
  _settings: Settings,
): Promise<{ history: ProjectHistory; unreleasedAt: (commit: string) => Promise<Release | undefined> }> {
  const at = async (name: string): Promise<ProjectHistory> => {
    const tags = new Map(
      (await readTags(io, project.folder)).filter((t) => /^v?\d/.test(t.name)).map((t) => [t.sha, t]),
    )
    const rows = await gitRecords(io, {
      folder: project.folder,
      command: 'log',
      options: ['-z', '--format=%H%x01%s%x01%b'],
      revisions: [name],
    })
    const groups: { sha: string; entries: Entry[] }[] = [{ sha: '', entries: [] }]
    const all = [...rows]
    for (const row of all) {
      const [sha = '', subject = ''] = row.split('\x01')
      if (tags.has(sha)) groups.push({ sha, entries: [] })
      const [, type, , scope, bang, text, , pr] = /^(\w+)(\((.*?)\))?(!)?: (.*?)( \(#(\d+)\))?$/.exec(subject) ?? []
      if (type === undefined || !['feat', 'fix', 'perf'].includes(type)) continue
      groups
        .at(-1)
        ?.entries.push({
          id: sha,
          text: text ?? '',
          format: 'text',
          type,
          ...(scope && { scope }),
          breaking: !!bang,
          references: [],
          authors: [],
          shas: [sha],
          ...(pr && { pr: Number(pr) }),
          bump: type === 'feat' ? 'minor' : 'patch',
        })
    }
    const titles = {
      feat: ['features', 'Features'],
      fix: ['fixes', 'Bug Fixes'],
      perf: ['performance', 'Performance Improvements'],
    } as const
    const list = groups.map(({ sha, entries }, index): Release => {
      const tag = tags.get(sha)
      const from = tags.get(groups[index + 1]?.sha ?? '')
      return {
        ...(tag && {
          version: tag.name.replace(/^v/, ''),
          tag: tag.name,
          ...(tag.seconds && { date: new Date(tag.seconds * 1000).toISOString().slice(0, 10) }),
        }),
        prerelease: false,
        range: { ...(from && { from: { sha: from.sha, tag: from.name } }), to: { sha }, commits: 0 },
        sections: Object.entries(titles)
          .map(([type, [id, title]]) => ({ id, title, entries: entries.filter((e) => e.type === type) }))
          .filter((s) => s.entries.length > 0),
        contributors: [],
        omitted: [],
      }
    })
    return {
      head:
        (await git(io, { folder: project.folder, command: 'rev-parse', revisions: [name] })).match(
          /[0-9a-f]{40}/,
        )?.[0] ?? '',
      unreleased: list[0] as Release,
      releases: list.slice(1),
    }
  }
  return {
    history: await at('HEAD'),
    unreleasedAt: async (commit) => (await at(commit).catch(() => undefined))?.unreleased,
  }
}
