import type { Reference } from '../change.ts'

const one = String.raw`(?<![\w/#&.-])(?:(?:[\w.-]+\/[\w.-]+)?#|GH-|!)\d+(?![\w-])|https?:\/\/[\w.-]+\/[\w.-]+\/[\w./-]+?\/(?:issues|pull|pulls|merge_requests)\/\d+\b`
const any = new RegExp(one, 'g')
const withAction = new RegExp(
  String.raw`(?<![\w-])(?<action>clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing)|refs?|references|see|relates? to|part of|reverts):?\s+(?<list>(?:${one})(?:(?:\s*,\s*|\s+and\s+|\s*&\s*|\s+)(?:${one}))*)`,
  'gi',
)

/** Issues and pull requests that a subject names, in any way. */
export function referencesIn(subject: string): Reference[] {
  if (!/[#!]\d|GH-|https?:/.test(subject)) return []
  const acted = actedReferences(subject)
  const known = new Set(acted.map(({ raw }) => raw))
  const rest = [...subject.matchAll(any)].map(([raw]) => readReference(raw)).filter(({ raw }) => !known.has(raw))
  return unique([...acted, ...rest])
}

/** Those that a text says it closes or refers to. What a body merely mentions may be another project's: bots quote whole changelogs. */
export function actedReferences(text: string): Reference[] {
  if (!/[#!]\d|GH-|https?:/.test(text)) return []
  return unique(
    [...text.matchAll(withAction)].flatMap(({ groups }) => {
      const action = groups?.action?.toLowerCase() ?? ''
      return (groups?.list?.match(any) ?? []).map((raw) => ({ ...readReference(raw), action }))
    }),
  )
}

function readReference(raw: string): Reference {
  const url = /^https?:\/\/[^/]+\/(.+?)(?:\/-)?\/(issues|pull|pulls|merge_requests)\/(\d+)$/.exec(raw)
  if (url)
    return {
      raw,
      id: url[3] as string,
      kind: url[2] === 'issues' ? 'issue' : 'pull-request',
      repository: url[1] as string,
    }
  const [, repository, sign, id = ''] = /^(.*?)(#|GH-|!)(\d+)$/.exec(raw) ?? []
  return { raw, id, kind: sign === '!' ? 'pull-request' : 'issue', ...(repository && { repository }) }
}

function unique(references: readonly Reference[]): Reference[] {
  const seen = new Set<string>()
  return references.filter(({ raw }) => !seen.has(raw) && seen.add(raw))
}
