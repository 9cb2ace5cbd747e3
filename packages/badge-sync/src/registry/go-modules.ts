import type { Io } from '@frontdoor/kit/io'

/** The module that a path of Go may be in, as a path of the module proxy: itself, then each path above it that can be one. */
export function moduleCandidates(path: string): string[] {
  if (!/^[a-z\d-]+(?:\.[a-z\d-]+)+(?:\/[\w.~!-]+)*$/i.test(path) || /(?:^|\/)\.{1,2}(?:\/|$)/.test(path)) return []
  const names = path.split('/')
  // On a forge a module is no less than a repository.
  const least = /^(?:github|gitlab|bitbucket)\./.test(path) ? 3 : 2
  const lengths = Array.from({ length: Math.max(names.length - least + 1, 0) }, (_, index) => names.length - index)
  // A capital is written as `!` and the small letter, since file systems may not tell them apart.
  return lengths.map((length) =>
    names
      .slice(0, length)
      .join('/')
      .replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`),
  )
}

/** The first proxy of `GOPROXY`; `off` where modules are to be fetched without one, undefined where nothing is said. */
export function proxyIn(env: Io['env']): string | undefined {
  const [first] = (env.GOPROXY ?? '').split(/[,|]/).map((proxy) => proxy.trim())
  if (!first) return undefined
  return /^https?:\/\//.test(first) ? first : 'off'
}

/** True for a module that the person asks no proxy for: `GONOPROXY`, or else `GOPRIVATE`, has globs for the start of its path. */
export function isPrivateModule(path: string, env: Io['env']): boolean {
  const globs = (env.GONOPROXY ?? env.GOPRIVATE ?? '').split(',').filter(Boolean)
  return globs.some((glob) => {
    const written = glob.trim().replace(/\/$/, '')
    const pattern = written
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '[^/]*')
      .replaceAll('?', '[^/]')
    return new RegExp(`^${pattern}(?:/|$)`).test(path)
  })
}
