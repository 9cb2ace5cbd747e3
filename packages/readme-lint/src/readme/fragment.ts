/** The fragment of an address that leads to an anchor: signs that nobody can see are written out. */
export function fragmentOf(anchor: string): string {
  return `#${anchor.replaceAll(/\u200C|\u200D|\uFE0F/g, encodeURIComponent)}`
}
