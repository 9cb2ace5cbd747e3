import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { plainEnvironment } from './environment.ts'
import { freePort } from './free-port.ts'

/** A real npm registry on loopback. */
export interface Registry {
  /** `http://127.0.0.1:PORT/`. */
  readonly url: string
  /** Says who publishes, in an .npmrc. */
  readonly npmrc: string
  /** See `environmentFor`. */
  environment(home: string): NodeJS.ProcessEnv
  /** Ends it and removes what it kept. */
  stop(): Promise<void>
}

/** What a registry has, beside what is published to it. */
export interface RegistryOptions {
  /** Where it gets packages that it does not have: the address of another registry, as npm is set to. Nowhere, where absent. */
  readonly others?: string
}

/** Starts a registry with nothing in it. */
export async function startRegistry({ others }: RegistryOptions = {}): Promise<Registry> {
  const folder = mkdtempSync(join(tmpdir(), 'frontdoor-registry-'))
  const url = `http://127.0.0.1:${await freePort()}/`
  const config = join(folder, 'config.json')
  // Its config is YAML, and so may be JSON.
  writeFileSync(config, JSON.stringify(configOf(others)))
  const script = join(import.meta.dirname, 'node_modules', 'verdaccio', 'bin', 'verdaccio')
  const child = spawn(process.execPath, [script, '--config', config, '--listen', url], { cwd: folder, stdio: 'ignore' })
  const stop = async () => {
    await end(child)
    rmSync(folder, { recursive: true, maxRetries: 3 })
  }
  try {
    await answers(url, child)
    const npmrc = `registry=${url}\n//${new URL(url).host}/:_authToken=${await tokenFrom(url)}\n`
    return { url, npmrc, environment: (home) => environmentFor(url, home), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function configOf(others: string | undefined): object {
  const everybody = { access: '$all', publish: '$authenticated' }
  return {
    storage: './storage',
    auth: { htpasswd: { file: './htpasswd' } },
    uplinks: others === undefined ? {} : { others: { url: others, timeout: '60s' } },
    packages: {
      // Of these, there are the ones of the working tree, and no others.
      ...Object.fromEntries(['readme-lint', 'changelog-gen', 'badge-sync', 'nothing'].map((name) => [name, everybody])),
      '**': others === undefined ? everybody : { ...everybody, proxy: 'others' },
    },
    log: { type: 'stdout', level: 'fatal' },
    web: { enable: false },
    max_body_size: '10mb',
  }
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let round = 0; round < 600; round++) {
    if (child.exitCode !== null) throw new Error(`verdaccio ended with ${child.exitCode} before it answered`)
    const answer = await fetch(`${url}-/ping`).catch(() => undefined)
    if (answer?.ok) return
    await wait(100)
  }
  throw new Error('verdaccio did not answer within a minute')
}

async function tokenFrom(url: string): Promise<string> {
  const body = JSON.stringify({ name: 'releaser', password: 'for-this-test-only' })
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}-/user/org.couchdb.user:releaser`, { method: 'PUT', headers, body })
  const { token } = (await answer.json()) as { token?: string }
  if (token === undefined) throw new Error(`verdaccio gave no token: ${answer.status}`)
  return token
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill()
  await ended
}

/**
 * What a program needs to install from a registry, as on a machine that never has: a home, made where it is not there, with empty
 * caches, and nothing of this process's own environment but where programs are.
 */
export function environmentFor(url: string, home: string): NodeJS.ProcessEnv {
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, '.npmrc'), `registry=${url}\n`)
  return {
    ...plainEnvironment(home),
    npm_config_registry: url,
    // pnpm does not ask npm's variable.
    pnpm_config_registry: url,
  }
}
