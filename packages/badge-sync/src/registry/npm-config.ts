import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { attempt } from '@frontdoor/kit/attempt'
import { relativePath } from '@frontdoor/kit/files/relative-path'
import type { Connection } from '@frontdoor/kit/http/exchange'
import type { Io } from '@frontdoor/kit/io'
import type { Project } from '@frontdoor/kit/project'
import { npmConnection } from './npm-connection.ts'
import { asksEnvironment, filled, type NpmSettings, npmSettingsOf, parseNpmrc } from './npmrc.ts'

/** A registry of npm packages, as the configuration names it. */
export interface NpmRegistry {
  /** Ends with a slash. */
  readonly url: string
  /** The value of `Authorization`; absent where nothing says that it wants one. */
  readonly authorization?: string
  /** True where the person's own configuration knows it, and not only a file of the project, which may come with a pull request. */
  readonly own: boolean
  /** True where credentials were not made up: the project asks for a secret of the environment, for a host that only the project knows. */
  readonly withheld: boolean
  readonly connection: Connection
}

/** npm's configuration, as far as it says where packages come from. */
export interface NpmConfig {
  /** The registry of a package; undefined where nothing says which, and npm itself must be asked. */
  registryOf(name: string): NpmRegistry | undefined
  /** The registry that npm itself names. */
  registryAt(url: string): NpmRegistry
}

interface Level {
  readonly settings: NpmSettings
  /** False for a file of the project. */
  readonly own: boolean
}

interface Setting {
  readonly text: string
  readonly own: boolean
}

/** Reads the configuration as npm does, the first level that says something counts: environment, project, user, global. */
export function npmConfig({ env }: Pick<Io, 'env'>, project: Project): NpmConfig {
  const variables = npmSettingsOf(env)
  const levels: readonly Level[] = [
    { settings: variables, own: true },
    ...projectFiles(project).map((settings) => ({ settings, own: false })),
    ...personalFiles(env, variables).map((settings) => ({ settings, own: true })),
  ].map(({ settings, own }) => ({ settings: withFilledKeys(settings, env), own }))

  function find(key: string): Setting | undefined {
    const level = levels.find(({ settings }) => settings.get(key))
    return level && { text: level.settings.get(key) ?? '', own: level.own }
  }

  /** Who is trusted, and through whom it goes, is not for a file to say that may come with a pull request. */
  function ownSetting(key: string): string | undefined {
    const level = levels.find(({ settings, own }) => own && settings.get(key))
    return level && filled(level.settings.get(key) ?? '', env)
  }

  /** A person knows a host whose registry or credentials stand in a file of theirs. */
  function isKnown(url: URL): boolean {
    return levels.some(
      ({ settings, own }) =>
        own &&
        [...settings].some(
          ([key, value]) =>
            key.startsWith(`//${url.host}/`) ||
            (/(?:^|:)registry$/.test(key) && hostOf(filled(value, env)) === url.host),
        ),
    )
  }

  function registryAt(address: string, isNamedByNpm = false): NpmRegistry {
    const url = new URL(address.endsWith('/') ? address : `${address}/`)
    const own = isNamedByNpm || isKnown(url)
    const secret = (key: string): string | undefined => {
      const found = find(key)
      if (!found || (!found.own && !own && asksEnvironment(found.text))) return undefined
      return filled(found.text, env)
    }
    const authorization = keysFor(url)
      .map((key) => authorizationOf(key, secret))
      .find((value) => value !== undefined)
    const asked = keysFor(url).some((key) => find(`${key}:_authToken`) ?? find(`${key}:_auth`))
    return {
      url: url.href,
      own,
      withheld: asked && authorization === undefined,
      connection: npmConnection(keysFor(url), { say: ownSetting, env }),
      ...(authorization && { authorization }),
    }
  }

  return {
    registryOf(name) {
      const [, scope] = /^(@[^/]+)\//.exec(name) ?? []
      const found = (scope && find(`${scope}:registry`)) || find('registry')
      const address = found && filled(found.text, env)
      return address && hostOf(address) !== undefined ? registryAt(address) : undefined
    },
    registryAt: (address) => registryAt(address, true),
  }
}

/** The nearest first: a package of a workspace, then the root of the repository. */
function projectFiles({ files, folder, root }: Project): NpmSettings[] {
  const above = relativePath(folder, root)
  const paths = above === '' ? ['.npmrc'] : ['.npmrc', `${above}/.npmrc`]
  return paths.flatMap((path) => (files.kind(path) === 'file' ? [parseNpmrc(files.text(path) ?? '')] : []))
}

/** The user's file, then that of the installation. */
function personalFiles(env: Io['env'], variables: NpmSettings): NpmSettings[] {
  const home = env.HOME ?? env.USERPROFILE
  const prefix = variables.get('prefix') ?? env.PREFIX ?? dirname(dirname(process.execPath))
  const paths = [
    variables.get('userconfig') ?? (home && join(home, '.npmrc')),
    variables.get('globalconfig') ?? join(prefix, 'etc', 'npmrc'),
  ]
  return paths.flatMap((path) => (path && attempt(() => parseNpmrc(readFileSync(path, 'utf8')))) || [])
}

function withFilledKeys(settings: NpmSettings, env: Io['env']): NpmSettings {
  return new Map([...settings].map(([key, value]) => [filled(key, env) ?? key, value]))
}

function hostOf(address: string | undefined): string | undefined {
  if (address === undefined || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined
  return new URL(address).host
}

/** Names of credentials for an address, from the longest on, with and without the slash at the end: `//host/path/`, `//host/path` … */
function keysFor({ host, pathname }: URL): string[] {
  const keys: string[] = []
  for (let key = `//${host}${pathname}`; key.length > 2; key = key.replace(/(?:[^/]+|\/)$/, '')) keys.push(key)
  return keys
}

function authorizationOf(key: string, secret: (key: string) => string | undefined): string | undefined {
  const token = secret(`${key}:_authToken`)
  if (token) return `Bearer ${token}`
  const basic = secret(`${key}:_auth`)
  if (basic) return `Basic ${basic}`
  const [name, password] = [secret(`${key}:username`), secret(`${key}:_password`)]
  if (!name || !password) return undefined
  return `Basic ${Buffer.from(`${name}:${Buffer.from(password, 'base64').toString('utf8')}`).toString('base64')}`
}
