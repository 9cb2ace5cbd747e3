import { UserError } from '@frontdoor/kit/io'
import type { Project } from '@frontdoor/kit/project'
import { escapeRegExp } from '@frontdoor/kit/text/escape-reg-exp'
import { type Generator, generator } from '../block.ts'
import { declaredVersions } from '../declared-versions.ts'

export const block: Generator = generator({
  name: 'version',
  summary:
    "The project's own version, in what you wrote between the markers: never an IP address or the version of another package.",
  example: 'version',
  options: {},
  generate({ project, document, body }) {
    const version = versionOf(project)
    const text = document.slice(body)
    if (text.trim() === '') return { text: text === '' ? version : text.replace(/^[ \t]*$/, ` ${version} `) }
    if (alone.test(text))
      return { text: text.replace(alone, (_, before: string, after: string) => before + version + after) }
    return { text: renewed(text, namesOf(project), version) }
  },
})

const number = String.raw`\d+\.\d+(?:\.\d+)?(?:-[\da-z][\da-z.-]*)?(?:\+[\da-z.-]+)?(?![\w.]*\.\d|[\w-])`
const alone = new RegExp(String.raw`^(\s*\W{0,3}v?)${number}(\W{0,3}\s*)$`, 'i')

/** What may stand between a name and its version: `@`, `==`, ` = "^`, `": "~`, ` = { version = "`, `/releases/download/v`. */
const between = [
  String.raw`@[\^~]?v?`,
  String.raw`(?:\[[\w,-]*\])?\s?(?:===?|~=)\s?`,
  ':v?',
  String.raw`["']?\s*[:=]\s*(?:\{\s*version\s*=\s*)?["'][\^~=]?v?`,
  String.raw`["']\s*,\s*["'](?:~>\s*)?`,
  '/(?:releases/download|archive/refs/tags|archive|tree|blob|raw)/v?',
  String.raw`\s*\r?\n\s*rev:\s*["']?v?`,
].join('|')

function renewed(text: string, names: readonly string[], version: string): string {
  const own = names.map(escapeRegExp).join('|')
  const pattern = new RegExp(
    String.raw`((?<![\w@./-])(?:https://github\.com/)?(?:${own})(?:${between}))${number}`,
    'gi',
  )
  return text.replace(pattern, (_, before: string) => before + version)
}

function versionOf(project: Project): string {
  const versions = declaredVersions(project)
  const [version] = versions
  if (version === undefined) throw new UserError('no manifest of this folder names a version')
  if (versions.length > 1)
    throw new UserError(`the manifests of this folder name several versions: ${versions.join(', ')}`)
  return version
}

function namesOf({ manifests, repository }: Project): string[] {
  const packages = manifests.flatMap(({ name }) => name ?? [])
  return [...packages, ...(repository ? [`${repository.owner}/${repository.name}`] : [])]
}
