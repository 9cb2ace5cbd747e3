import { addressEdits, withName } from '../address/edits.ts'
import { packageOf, repositoryIn, sameName } from '../address/own.ts'
import { recognise } from '../badges.ts'
import type { Check, CheckContext } from '../check.ts'

export const check: Check = {
  name: 'badge/package',
  summary: 'The badges of this package have the name that its manifest gives it.',
  *check({ document, images, project }) {
    const badges = images.flatMap((badgeImage) => {
      const found = recognise(badgeImage.url)
      const named = found && packageOf(found)
      return found && named ? [{ badgeImage, found, named }] : []
    })
    const elsewhere = repositoriesElsewhere(images, project)
    for (const { ecosystem, name, private: isPrivate } of project.manifests) {
      const ours = badges.filter(({ named }) => named.ecosystem === ecosystem)
      const names = new Set(ours.map(({ named }) => named.name.toLowerCase()))
      // Several names are those of several packages, and the root of a workspace is none itself.
      if (name === undefined || isPrivate || names.size !== 1 || project.packages.length > 0) continue
      for (const { badgeImage, found, named } of ours) {
        if (sameName(named.name, name) || elsewhere.has(bareName(named.name))) continue
        // A folder of OCaml may hold several packages, of which each has a file.
        if (project.files.kind(`${named.name}.opam`) === 'file') continue
        const { image, link } = badgeImage
        const to = { image: found.replace(named.partsFor(name)), link: withName(link, named.name, name) }
        yield {
          at: image.urlAt,
          message: `This badge is about the package ${named.name}: the manifest calls it ${name}`,
          fix: {
            // A sibling may be meant, unless the names are alike.
            safe: isRenamed(named.name, name),
            edits: addressEdits(document, badgeImage, to),
          },
        }
      }
    }
  },
}

/** Names of other repositories that badges are about: a package that is called so is theirs, as in a skeleton that shows its framework. */
function repositoriesElsewhere(
  images: CheckContext['images'],
  { repository }: CheckContext['project'],
): ReadonlySet<string> {
  const names = images.flatMap(({ url }) => repositoryIn(recognise(url)?.parts ?? {})?.name.toLowerCase() ?? [])
  return new Set(names.filter((name) => name !== repository?.name.toLowerCase()))
}

/** `larder` became `@tea/larder`, or the other way round. */
function isRenamed(before: string, after: string): boolean {
  return bareName(before) === bareName(after)
}

/** Without the scope or the vendor. */
function bareName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).toLowerCase()
}
