/** Put in by the build; absent where sources run as they are. */
declare const __VERSION__: string | undefined

/** The version of the tool that runs; `0.0.0` from its sources. */
export const version: string = typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0'

/** How a tool names itself to servers. */
export function agentOf(tool: string): string {
  return `${tool}/${version} (+https://github.com/frontdoor-tools/frontdoor)`
}
