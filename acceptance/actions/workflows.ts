import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file for the runner, or one that a recipe tells its reader to make. */
export interface Text {
  /** For people. */
  readonly name: string
  /** The path that it has in a repository. */
  readonly path: string
  readonly text: string
}

const repository = join(import.meta.dirname, '..', '..')
const recipes = 'docs/recipes/github-actions'

/** The workflows of this repository. */
export const ownWorkflows: readonly Text[] = namesIn('.github/workflows').map((path) => ({
  name: path,
  path,
  text: textOf(path),
}))

/** The workflows in the recipes, named by their pages. */
export const recipeWorkflows: readonly Text[] = namesIn(recipes).flatMap((page) =>
  [...textOf(page).matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
    .map(([, text = '']) => ({ name: page, path: `.github/workflows/${/[^/]+(?=\.md$)/.exec(page)?.[0]}.yml`, text }))
    .filter(({ text }) => /^jobs:/m.test(text)),
)

/** What each action declares. */
export const actions: readonly Text[] = ['badge-sync', 'changelog-gen', 'readme-lint']
  .map((tool) => `actions/${tool}/action.yml`)
  .map((path) => ({ name: path, path, text: textOf(path) }))

function namesIn(folder: string): string[] {
  return readdirSync(join(repository, folder)).map((name) => `${folder}/${name}`)
}

function textOf(path: string): string {
  return readFileSync(join(repository, path), 'utf8')
}
