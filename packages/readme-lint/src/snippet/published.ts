import type { Manifest, ProjectFiles } from '@frontdoor/kit/project'
import { hosts } from '../hosts.generated.ts'
import type { RuleContext } from '../rule.ts'
import type { Source } from './commands.ts'

/** A package of the project, under the name that a file of it gives it. */
export interface Subject {
  readonly ecosystem: Source
  readonly name: string
  /** The file that says so. */
  readonly path: string
  readonly dependencies?: readonly string[]
  readonly commands?: readonly string[]
  /** True where the name is that of another registry, and only likely to be the same here. */
  readonly likely?: true
}

/** What the project publishes, as far as its files prove the name. */
export function publishedBy({ showings, project }: Pick<RuleContext, 'showings' | 'project'>): Subject[] {
  const { files, manifests } = project
  // Of registries that show no README, RubyGems for one, no host is known.
  const unshown = manifests.filter(({ ecosystem }) => !hosts.some((host) => host.ecosystem === ecosystem))
  const packages = [...showings.flatMap(({ manifest }) => manifest ?? []), ...unshown].flatMap((manifest) =>
    manifest.name === undefined || manifest.private ? [] : [{ ...manifest, name: manifest.name }],
  )
  const isChart = packages.some(({ ecosystem }) => ecosystem === 'helm')
  const chart = isChart ? undefined : nameIn(files, ['Chart.yaml'], 'helm')
  const recipe = nameIn(files, recipes, 'conda')
  const conda = recipe
    ? []
    : packages.filter(({ ecosystem }) => ecosystem === 'pypi').map((one) => likely(one, 'conda'))
  const programs = packages.filter(({ commands }) => commands.length > 0).map((one) => likely(one, 'brew'))
  return [...packages, ...(chart ? [chart] : []), ...(recipe ? [recipe] : []), ...conda, ...programs]
}

const recipes = ['recipe/meta.yaml', 'recipe/recipe.yaml', 'conda.recipe/meta.yaml', 'conda/meta.yaml', 'recipe.yaml']

function likely({ name, path, dependencies, commands }: Manifest & { name: string }, ecosystem: Source): Subject {
  return {
    ecosystem,
    name: name.split('/').at(-1) ?? name,
    path,
    commands,
    likely: true,
    ...(dependencies && { dependencies }),
  }
}

/** The name that the first of some files gives: that of a chart, or of a recipe with its `{% set name = … %}`. */
function nameIn(files: ProjectFiles, paths: readonly string[], ecosystem: Source): Subject | undefined {
  for (const path of paths) {
    const text = files.text(path) ?? ''
    const name =
      /\{%-? *set name *= *["']([\w.-]+)["']/.exec(text)?.[1] ??
      /^(?: {2})?name: *["']?([\w.-]+)["']?\s*$/m.exec(text)?.[1]
    if (name !== undefined) return { ecosystem, name, path }
  }
  return undefined
}
