import type { Project } from '@frontdoor/kit/project'

/** The one address of a form that a README names, or else the manifests; undefined where several are named. */
export function namedAddress(
  form: RegExp,
  inReadme: readonly { readonly url: string; readonly image: boolean }[],
  { manifests }: Pick<Project, 'manifests'>,
): string | undefined {
  const written = inReadme.flatMap(({ url, image }) => (!image && form.test(url) ? url : []))
  const declared = manifests.flatMap(({ links = [] }) => links.filter((url) => form.test(url)))
  const [first, second] = new Set(written.length > 0 ? written : declared)
  return second === undefined ? first : undefined
}
