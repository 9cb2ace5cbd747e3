import { decode } from '@frontdoor/kit/text/percent'
import type { Range } from '@frontdoor/markdown/edit'
import { type NamedPackage, packageOf } from '../address/own.ts'
import type { BadgedDocument, BadgeImage } from '../badge-images.ts'
import { type Recognised, recognise } from '../badges.ts'
import { installed } from './install-commands.ts'
import type { PackageName } from './registries.ts'

/** A place where a README names a package of a registry. */
export interface Mention extends PackageName {
  readonly at: Range
  /** The badge that does; absent for a command that installs it. */
  readonly badge?: {
    readonly image: BadgeImage
    readonly found: Recognised
    readonly named: Pick<NamedPackage, 'partsFor'>
  }
  /** True for a package that the project declares, whether or not the README names it; the place is none. */
  readonly own?: true
}

/** Badges that are about a package, and commands that install one, in document order. */
export function mentions({ document, images }: BadgedDocument): Mention[] {
  const badges = images.flatMap((image): Mention[] => {
    const found = recognise(image.url)
    const named = found && (packageOf(found) ?? elsewhere(found))
    if (!found || !named) return []
    return [{ ecosystem: named.ecosystem, name: named.name, at: image.image.urlAt, badge: { image, found, named } }]
  })
  return [...badges, ...installed(document)].sort((a, b) => a.at.start - b.at.start)
}

/** What a manifest does not declare under this name: the page of a Go package, which may be inside a module, and an image. */
function elsewhere({ badge, parts }: Recognised): (PackageName & Pick<NamedPackage, 'partsFor'>) | undefined {
  const { module, image, name } = parts
  if (badge.name === 'go-reference' && module !== undefined)
    return { ecosystem: 'go', name: decode(module), partsFor: (other) => ({ module: other }) }
  // `_` stands for the images of Docker itself.
  if (!badge.name.startsWith('docker-') || name === undefined || image === '_') return undefined
  return { ecosystem: 'docker', name: `${image}/${name}`, partsFor: () => ({}) }
}
