import type { Answer, Http, Question } from '@frontdoor/kit/http/client'
import type { Connection } from '@frontdoor/kit/http/exchange'
import { HttpFailure } from '@frontdoor/kit/http/failure'
import { askAgainIfMissing, isMissing } from '@frontdoor/kit/http/missing'
import type { Io } from '@frontdoor/kit/io'
import type { Project } from '@frontdoor/kit/project'
import { progress } from '@frontdoor/kit/terminal/progress'
import { openClient } from '../open-client.ts'
import { type NpmConfig, type NpmRegistry, npmConfig } from './npm-config.ts'
import { npmDefaultRegistry } from './npm-default.ts'
import { npmFacts, type PackageFacts } from './package-facts.ts'
import { type Asked, json, type Site, sites } from './sites.ts'

/** A package by the registry that it would come from. */
export interface PackageName {
  readonly ecosystem: Asked
  readonly name: string
}

/** What is known of a package on a registry. */
export type Known =
  | ({ readonly state: 'published'; readonly host: string } & PackageFacts)
  /** The registry says that there is none, or none that everybody may see. */
  | { readonly state: 'missing'; readonly host: string }
  /** There was no answer, so nothing may be said. */
  | { readonly state: 'unknown'; readonly why: string }

/** The registries of packages, for one run. */
export interface Registries {
  /** Each package is asked for once in a run. Undefined for an ecosystem whose registry is not asked. */
  lookUp(wanted: PackageName, project: Project): Promise<Known> | undefined
  /** Must be called at the end. */
  close(): Promise<void>
}

/** How registries are asked. */
export interface RegistryPlan {
  /** Only looks at what is kept from earlier runs. */
  readonly offline: boolean
}

/** crates.io asks for a second between requests (its crawler policy, read 2026-11-26), and the documents of large packages are large. */
const limits = { bytes: 32 * 2 ** 20, spacing: 1000 }

/** Opens the registries for a run; none is asked before somebody wants to know something. */
export function openRegistries(io: Pick<Io, 'env' | 'now' | 'stderr'>, { offline }: RegistryPlan): Registries {
  const bar = progress(io.stderr, 'asking registries')
  const known = new Map<string, Promise<Known>>()
  const clients = new Map<string, Promise<Http>>()
  let usual: Promise<string | undefined> | undefined
  const asking: Asking = {
    env: io.env,
    client(allowPrivate, connection) {
      const key = `${allowPrivate} ${JSON.stringify(connection)}`
      const bounds = connection === undefined ? limits : { bytes: limits.bytes }
      const opened = clients.get(key) ?? openClient(io, { offline, allowPrivate, limits: bounds, connection })
      clients.set(key, opened)
      return opened
    },
    npmDefault(root) {
      usual ??= npmDefaultRegistry(io, root)
      return usual
    },
  }
  return {
    lookUp(wanted, project) {
      const { ecosystem, name } = wanted
      const site = sites[ecosystem]
      if (ecosystem === 'npm' ? !isNpmName(name) : !site?.isName(name, io.env)) return undefined
      const key = `${ecosystem === 'npm' ? project.folder : ''} ${ecosystem} ${name}`
      const asked = known.get(key) ?? bar.during(lookUp(wanted, project, asking))
      known.set(key, asked)
      return asked
    },
    async close() {
      bar.end()
      for (const http of clients.values()) await (await http).close()
    },
  }
}

/** What registries are asked with. */
interface Asking {
  readonly env: Io['env']
  /** Whoever has a registry of their own names it themselves, and it may be in a private network. */
  client(allowPrivate: boolean, connection?: Connection): Promise<Http>
  /** What npm says of itself; it is asked once in a run. */
  npmDefault(root: string): Promise<string | undefined>
}

async function lookUp(wanted: PackageName, project: Project, asking: Asking): Promise<Known> {
  const site = sites[wanted.ecosystem]
  try {
    return await (site ? onSite(site, wanted, asking) : onNpm(wanted.name, project, asking))
  } catch (error) {
    if (error instanceof HttpFailure) return { state: 'unknown', why: error.message }
    throw error
  }
}

async function onSite(site: Site, { ecosystem, name }: PackageName, { env, client }: Asking): Promise<Known> {
  const own = env[`FRONTDOOR_${ecosystem.toUpperCase()}_URL`] ?? site.configured?.(env)
  const http = await client(own !== undefined)
  const start = own ?? site.base
  const base = site.index ? await baseFrom(site.index, start, http) : start
  const digest = digestWith(site.read)
  let known: Known | undefined
  for (const path of site.paths(name)) {
    const url = base.replace(/\/$/, '') + path
    known = judge(await askAgainIfMissing(http, { url, digest }))
    if (known.state !== 'missing') break
  }
  return known ?? { state: 'unknown', why: 'it has no place there' }
}

async function onNpm(name: string, project: Project, { env, client, npmDefault }: Asking): Promise<Known> {
  const config: NpmConfig = npmConfig({ env }, project)
  const registry = config.registryOf(name) ?? (await registryNamedBy(npmDefault(project.root), config))
  if (!registry) {
    const why = 'no registry is configured for npm, and npm itself, which knows its own, is not on the PATH'
    return { state: 'unknown', why }
  }
  const { url, authorization, own, connection } = registry
  const headers = { accept: 'application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8, */*' }
  const question = { url: url + name.replace('/', '%2f'), headers, digest: digestWith(json(npmFacts)) }
  const answer = await askAgainIfMissing(await client(own, connection), {
    ...question,
    ...(authorization && { authorization }),
  })
  return judge(answer, registry)
}

async function registryNamedBy(npm: Promise<string | undefined>, config: NpmConfig): Promise<NpmRegistry | undefined> {
  const address = await npm
  return address === undefined ? undefined : config.registryAt(address)
}

/** Where the answers of a registry begin, as its index says; the index is the same for everybody. */
async function baseFrom(index: NonNullable<Site['index']>, url: string, http: Http): Promise<string> {
  const answer = await http.ask({ url, digest: (body, _, status) => (status === 200 ? index(body) : '') })
  if (!/^https?:\/\//.test(answer.body)) throw new HttpFailure('server', 'what answers is no registry: it has no index')
  return answer.body
}

function isNpmName(name: string): boolean {
  return /^(?:@?[\w~-][\w.~-]*\/)?[\w~-][\w.~-]*$/.test(name) && name.length <= 214
}

/** Keeps the facts alone. What cannot be read is no answer of a registry, and must not be kept as one. */
function digestWith(read: Site['read']): NonNullable<Question['digest']> {
  return (body, _, status) => {
    if (status !== 200) return ''
    try {
      return JSON.stringify(read(body))
    } catch {
      throw new HttpFailure('server', 'what answers is no registry: it sends something else')
    }
  }
}

function judge(answer: Answer, registry?: NpmRegistry): Known {
  const { host } = new URL(answer.url)
  if (isMissing(answer)) return { state: 'missing', host }
  if (answer.status === 200) return { state: 'published', host, ...(JSON.parse(answer.body) as PackageFacts) }
  const why = `${host} answers with status ${answer.status}`
  if (!registry?.withheld) return { state: 'unknown', why }
  const hint = `the token that .npmrc of the project takes from the environment is sent to no host that your own configuration does not name`
  return { state: 'unknown', why: `${why}; ${hint}` }
}
