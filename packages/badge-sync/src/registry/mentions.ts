import type { Range } from '@frontdoor/markdown/edit'
import type { BadgeImage } from '../badge-images.ts'
import { type Recognised, recognise } from '../badges.ts'
import type { CheckContext } from '../check.ts'
import { type NamedPackage, packageOf } from '../own.ts'
import { installed } from './install-commands.ts'
import type { PackageName } from './registries.ts'

/** A place where a README names a package of a registry. */
export interface Mention extends PackageName {
  readonly at: Range
  /** The badge that does; absent for a command that installs it. */
  readonly badge?: { readonly image: BadgeImage; readonly found: Recognised; readonly named: NamedPackage }
  /** True for a package that the project declares, whether or not the README names it; the place is none. */
  readonly own?: true
}

/** Badges that are about a package, and commands that install one, in document order. */
export function mentions({ document, images }: Pick<CheckContext, 'document' | 'images'>): Mention[] {
  const badges = images.flatMap((image): Mention[] => {
    const found = recognise(image.url)
    const named = found && packageOf(found)
    if (!found || !named) return []
    return [{ ecosystem: named.ecosystem, name: named.name, at: image.image.urlAt, badge: { image, found, named } }]
  })
  return [...badges, ...installed(document)].sort((a, b) => a.at.start - b.at.start)
}
