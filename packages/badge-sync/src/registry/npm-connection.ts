import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { attempt } from '@frontdoor/kit/attempt'
import type { Connection } from '@frontdoor/kit/http/exchange'
import type { Io } from '@frontdoor/kit/io'

interface Source {
  /** What the person's own configuration says. */
  readonly say: (key: string) => string | undefined
  readonly env: Io['env']
}

/** How npm is configured to reach a registry, whose keys are given with the nearest first; see `npm help 7 config` (read 2026-11-26). */
export function npmConnection(keys: readonly string[], { say, env }: Source): Connection {
  const home = env.HOME ?? env.USERPROFILE ?? homedir()
  const ca = fileAt(said(say('cafile')), home) ?? pem(said(say('ca')))
  const client = clientOf(keys, say, home)
  const written = say('https-proxy') ?? say('proxy')
  const noProxy = said(say('noproxy'))
  return {
    ...(ca && { ca }),
    ...(client && { client }),
    ...(say('strict-ssl') === 'false' && { trustsAll: true }),
    ...(written && { proxy: proxyOf(written) }),
    ...(noProxy && { noProxy }),
  }
}

/** npm writes what is not set as `null`. */
function said(value: string | undefined): string | undefined {
  return value === 'null' || value === '' ? undefined : value
}

function clientOf(keys: readonly string[], say: Source['say'], home: string): Connection['client'] {
  for (const key of keys) {
    const [cert, secret] = [fileAt(say(`${key}:certfile`), home), fileAt(say(`${key}:keyfile`), home)]
    if (cert && secret) return { cert, key: secret }
  }
  // As npm had it before there was one for each registry.
  const [cert, key] = [pem(said(say('cert'))), pem(said(say('key')))]
  return cert && key ? { cert, key } : undefined
}

/** In one line, `\\n` stands between the lines. */
function pem(written: string | undefined): string | undefined {
  return written?.replaceAll('\\n', '\n')
}

/** The text of a file; like npm, nothing for one that is not there. */
function fileAt(path: string | undefined, home: string): string | undefined {
  if (!path) return undefined
  return attempt(() => readFileSync(path.startsWith('~/') ? join(home, path.slice(2)) : resolve(home, path), 'utf8'))
}

/** Empty where none is wanted, or where what is written is no address of one. */
function proxyOf(written: string): string {
  if (/^(?:false|null)$/.test(written)) return ''
  const address = written.includes('://') ? written : `http://${written}`
  return URL.canParse(address) ? address : ''
}
