/** Parameters of shields.io that were renamed (coalesce-badge.js and cache-headers.js of badges/shields, read 2026-11-22). */
const renamed: Readonly<Record<string, string>> = {
  colorA: 'labelColor',
  colorB: 'color',
  include_prerelease: 'include_prereleases',
  maxAge: 'cacheSeconds',
}

/** Parameters that are ignored. */
const ignored: ReadonlySet<string> = new Set(['logoPosition', 'longCache'])

const styles: Readonly<Record<string, string>> = { popout: 'flat', 'popout-square': 'flat-square' }

/** The address with the parameters that shields.io reads today; undefined where it has them already. */
export function renewParameters(url: URL): string | undefined {
  if (!/^(?:img|raster|flat)\.shields\.io$/.test(url.hostname) || url.search === '') return undefined
  const isDynamic = url.pathname.startsWith('/badge/dynamic/')
  const parameters = url.search.slice(1).split('&')
  const names = new Set(parameters.map(nameOf))
  const renewed = parameters.flatMap((parameter) => {
    const name = nameOf(parameter)
    const value = parameter.slice(name.length)
    const today = isDynamic && name === 'uri' ? 'url' : Object.hasOwn(renamed, name) ? renamed[name] : undefined
    // Of an old and a new name the new one counts.
    if (ignored.has(name) || (today && names.has(today))) return []
    const style = name === 'style' && styles[value.slice(1)]
    if (style) return [`style=${style}`]
    return [(today ?? name) + value]
  })
  const query = renewed.join('&')
  if (query === url.search.slice(1)) return undefined
  return url.origin + url.pathname + (query && `?${query}`)
}

function nameOf(parameter: string): string {
  return parameter.split('=')[0] ?? ''
}
