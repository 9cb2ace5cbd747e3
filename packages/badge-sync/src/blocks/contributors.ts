import { git, runGit } from '@frontdoor/kit/git'
import { isBot, loginAt } from '@frontdoor/kit/git/people'
import { HttpFailure } from '@frontdoor/kit/http/failure'
import { readJson } from '@frontdoor/kit/manifests/parse'
import { get, text } from '@frontdoor/kit/manifests/values'
import { type BlockContext, type Generator, generator } from '../block.ts'
import { httpsUrl, type Person, peopleHtml } from '../sponsors/people.ts'

export const block: Generator = generator({
  name: 'contributors',
  summary:
    'Who made it, in the order of the first contribution: from `.all-contributorsrc`, else the authors and co-authors of the history.',
  example: 'contributors max=50',
  options: {
    max: { type: 'integer', minimum: 1, default: 100, description: 'How many people are shown.' },
    size: { type: 'integer', minimum: 16, maximum: 400, default: 64, description: 'Width of a picture, in pixels.' },
    bots: { type: 'boolean', default: false, description: 'Bots, too.' },
  },
  async generate(context) {
    const { project, once, options } = context
    const { max, size, bots } = options
    const listed = project.files.kind('.all-contributorsrc') === 'file'
    const all = await once('contributors', () => (listed ? ofFile(project) : ofHistory({ ...context, options: {} })))
    const people = all.filter(({ bot }) => bots || !bot).slice(0, max)
    return people.length > 0
      ? [
          peopleHtml(
            people.map((person) => sized(person, size)),
            { width: size },
          ),
        ]
      : []
  },
})

interface Contributor extends Person {
  readonly bot: boolean
}

async function ofFile({ files }: BlockContext['project']): Promise<Contributor[]> {
  const list = get(await readJson(files, '.all-contributorsrc'), 'contributors')
  return (Array.isArray(list) ? list : []).flatMap((entry: unknown) => {
    const [name, login] = [text(get(entry, 'name')), text(get(entry, 'login'))]
    if (name === undefined && login === undefined) return []
    const url = httpsUrl(text(get(entry, 'profile'))) ?? (login && `https://github.com/${encodeURIComponent(login)}`)
    const shown = name ?? login ?? ''
    return [
      { name: shown, url, image: httpsUrl(text(get(entry, 'avatar_url'))), bot: isBot(shown) || isBot(login ?? '') },
    ]
  })
}

/** Addresses are only used to tell people apart; none is shown. */
async function ofHistory({ project, io }: BlockContext): Promise<Contributor[]> {
  const folder = project.folder
  if ((await git(io, { folder, command: 'rev-parse', options: ['--is-shallow-repository'] })).trim() === 'true')
    throw new HttpFailure('offline', 'this clone lacks the older history: fetch it with git fetch --unshallow')
  const head = { folder, command: 'rev-parse', options: ['--verify', '--quiet'], revisions: ['HEAD^{commit}'] }
  if ((await runGit(io, head)).code !== 0) return []
  const format = '--format=%aN <%aE>%n%(trailers:key=Co-authored-by,valueonly,unfold)'
  const log = await git(io, {
    folder,
    command: 'log',
    options: [format, '--reverse', '--no-show-signature'],
    revisions: ['HEAD'],
  })
  const people = new Map<string, Contributor>()
  const names = new Set<string>()
  for (const line of log.split('\n')) {
    const [, name = '', email = ''] = /^(.*\S)\s*<([^<>]*)>\s*$/.exec(line) ?? []
    const key = email.toLowerCase()
    if (name === '' || people.has(key) || names.has(name.toLowerCase())) continue
    names.add(name.toLowerCase())
    people.set(key, personOf(name, email))
  }
  return [...people.values()]
}

function personOf(name: string, email: string): Contributor {
  const login = loginAt(email)
  const bot = isBot(name, email)
  if (login === undefined) return { name, bot }
  return { name, url: `https://github.com/${login}`, image: `https://github.com/${login}.png`, bot }
}

function sized(person: Person, size: number): Person {
  const isAvatar = person.image !== undefined && /^https:\/\/github\.com\/[\w-]+\.png$/.test(person.image)
  return isAvatar ? { ...person, image: `${person.image}?size=${size * 2}` } : person
}
