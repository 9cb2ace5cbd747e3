import { UserError } from '../io.ts'
import { readYaml, textOf } from '../manifests/parse.ts'
import { type Table, texts } from '../manifests/values.ts'
import type { Funding, Manifest, Problem, ProjectFiles } from '../project.ts'
import { join } from './known-files.ts'

/** Where a platform's account leads, for each key that GitHub documents for FUNDING.yml (read 2026-11-22). */
const platforms: Readonly<Record<string, (account: string) => string>> = {
  github: (account) => `https://github.com/sponsors/${account}`,
  patreon: (account) => `https://www.patreon.com/${account}`,
  open_collective: (account) => `https://opencollective.com/${account}`,
  ko_fi: (account) => `https://ko-fi.com/${account}`,
  tidelift: (account) => `https://tidelift.com/funding/github/${account}`,
  // The Community Bridge became LFX Crowdfunding and its projects kept their names.
  community_bridge: (account) => `https://crowdfunding.lfx.linuxfoundation.org/projects/${account}`,
  lfx_crowdfunding: (account) => `https://crowdfunding.lfx.linuxfoundation.org/projects/${account}`,
  liberapay: (account) => `https://liberapay.com/${account}`,
  issuehunt: (account) => `https://issuehunt.io/r/${account}`,
  polar: (account) => `https://polar.sh/${account}`,
  buy_me_a_coffee: (account) => `https://www.buymeacoffee.com/${account}`,
  thanks_dev: (account) => `https://thanks.dev/${account}`,
}

/** Ways to give money: those of FUNDING.yml in its order, then what the manifests add. */
export async function findFunding(
  files: ProjectFiles,
  root: string,
  manifests: readonly Manifest[],
): Promise<{ readonly funding: readonly Funding[]; readonly problems: readonly Problem[] }> {
  const path = ['.github', '', 'docs']
    .flatMap((folder) => ['FUNDING.yml', 'FUNDING.yaml'].map((name) => join(root, join(folder, name))))
    .find((candidate) => files.kind(candidate) === 'file')
  const { entries, problems } = path === undefined ? { entries: {}, problems: [] } : await readFunding(files, path)
  const named = manifests.flatMap(({ funding }) => funding).map((url) => ({ platform: platformOf(url), url }))
  const all = [...fundingOf(entries), ...named]
  const key = ({ url }: Funding) => url.toLowerCase().replace(/^https?:\/\/(?:www\.)?|\/$/g, '')
  return { funding: all.filter((one, at) => all.findIndex((other) => key(other) === key(one)) === at), problems }
}

async function readFunding(files: ProjectFiles, path: string): Promise<{ entries: Table; problems: Problem[] }> {
  try {
    return { entries: plainEntries(textOf(files, path)) ?? (await readYaml(files, path)), problems: [] }
  } catch (error) {
    if (error instanceof UserError) return { entries: {}, problems: [{ path, message: error.message }] }
    throw error
  }
}

const word = String.raw`(?!(?:null|true|false)\b)[A-Za-z](?:[\w./?=&%+#~-]|:(?=[\w/]))*|"[^"\\,]*"|'[^',]*'`
const plainLine = new RegExp(
  String.raw`^(?!(?:null|true|false):)([a-z][a-z_]*):(?:[ ]+(?:(${word})|\[((?:[ ]*(?:${word})[ ]*,)*[ ]*(?:${word})[ ]*)\]))?[ ]*$`,
)

/**
 * The entries of a file that has only what nearly all have: a word or a list of words on a line. Undefined for any other, as
 * a YAML parser takes longer to load than all the rest of a project's facts.
 */
export function plainEntries(source: string): Table | undefined {
  const entries = new Map<string, unknown>()
  for (const line of source.replace(/^---\r?\n/, '').split(/\r?\n/)) {
    const text = line.replace(/(?:^|[ ])#.*$/, '')
    if (/^[ ]*$/.test(text)) continue
    const [found, key = '', value, list] = plainLine.exec(text) ?? []
    if (found === undefined || entries.has(key)) return undefined
    entries.set(key, list === undefined ? unquoted(value) : list.split(',').map(unquoted))
  }
  return Object.fromEntries(entries)
}

function unquoted(word: string | undefined): string | null {
  return word?.trim().replace(/^["']|["']$/g, '') ?? null
}

/** The entries of a FUNDING.yml; unknown keys, accounts that are none and addresses of other schemes are left out. */
export function fundingOf(entries: Table): Funding[] {
  return Object.entries(entries).flatMap(([platform, value]) => {
    if (platform === 'custom')
      return texts(value)
        .flatMap(customUrl)
        .map((url) => ({ platform: platformOf(url), url }))
    const address = Object.hasOwn(platforms, platform) ? platforms[platform] : undefined
    const accounts = texts(value).filter((account) => /^@?\w[\w.%+-]*(?:\/@?\w[\w.%+-]*)*$/.test(account))
    return address ? accounts.map((account) => ({ platform, url: address(account.replace(/^@/, '')) })) : []
  })
}

/** GitHub takes an address without a scheme, too. */
function customUrl(text: string): string[] {
  const url = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`
  return /^https?:\/\/[^\s<>"]+\.[^\s<>"]+$/i.test(url) && URL.canParse(url) ? [url] : []
}

const hosts: readonly (readonly [pattern: RegExp, platform: string])[] = [
  [/^https?:\/\/github\.com\/(?:sponsors\/|users\/[^/]+\/sponsorship|[^?]*[?&]sponsor=)/i, 'github'],
  [/^https?:\/\/(?:www\.)?patreon\.com\//i, 'patreon'],
  [/^https?:\/\/opencollective\.com\//i, 'open_collective'],
  [/^https?:\/\/ko-fi\.com\//i, 'ko_fi'],
  [/^https?:\/\/tidelift\.com\//i, 'tidelift'],
  [/^https?:\/\/liberapay\.com\//i, 'liberapay'],
  [/^https?:\/\/(?:www\.)?buymeacoffee\.com\//i, 'buy_me_a_coffee'],
  [/^https?:\/\/polar\.sh\//i, 'polar'],
  [/^https?:\/\/thanks\.dev\//i, 'thanks_dev'],
]

function platformOf(url: string): string {
  return hosts.find(([pattern]) => pattern.test(url))?.[1] ?? 'custom'
}
