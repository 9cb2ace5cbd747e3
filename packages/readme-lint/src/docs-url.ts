/** Address of a rule's page. */
export function docsUrl(name: string): string {
  return `https://github.com/frontdoor-tools/frontdoor/blob/main/docs/rules/${name}.md`
}
