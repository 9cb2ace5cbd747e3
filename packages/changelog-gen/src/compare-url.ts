import type { Repository } from '@frontdoor/kit/project'

/** Page of a forge that shows what came between two names; undefined where the forge's addresses are not known. */
export function compareUrl({ forge, url }: Repository, from: string, to: string): string | undefined {
  const [a, b] = [encode(from), encode(to)]
  switch (forge) {
    case 'github':
    case 'gitea':
      return `${url}/compare/${a}...${b}`
    case 'gitlab':
      return `${url}/-/compare/${a}...${b}`
    case 'bitbucket':
      return `${url}/branches/compare/${b}%0D${a}`
    default:
      return undefined
  }
}

/** Tags may hold nearly anything; a slash and an at sign are usual and harmless. */
function encode(name: string): string {
  return encodeURIComponent(name).replaceAll('%2F', '/').replaceAll('%40', '@')
}
