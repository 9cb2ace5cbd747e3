/** Put in by the build; absent when the source runs unbundled. */
declare const __VERSION__: string | undefined

/** The tool's own version. */
export const version: string = typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0'

/** How the tool names itself to servers. */
export const agent: string = `changelog-gen/${version} (+https://github.com/frontdoor-tools/frontdoor)`
