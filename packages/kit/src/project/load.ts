import { realFolder } from '../files/real-folder.ts'
import { relativePath } from '../files/relative-path.ts'
import { ciDefaultBranch } from '../forge/ci.ts'
import { parseRepository } from '../forge.ts'
import type { GitFacts } from '../git/facts.ts'
import type { FindGit } from '../git/finder.ts'
import { type Io, UserError } from '../io.ts'
import { readManifests } from '../manifests/readers.ts'
import type { Forge, Manifest, Problem, Project, ProjectFiles, Repository } from '../project.ts'
import { projectFiles } from './files.ts'
import { findFunding } from './funding.ts'
import { findChangelog, findCommunity, findWorkflows, join } from './known-files.ts'
import { findLicense } from './license.ts'
import { sitesOf } from './sites.ts'
import { newSurroundings, type Surroundings } from './surroundings.ts'
import { isMember, packageFinder } from './workspace.ts'

/**
 * Reads the facts about the project in a folder. What the folder does not say is taken from its repository's root, what no
 * manifest says from git. Nothing that is broken makes it fail (see `problems`), only a folder that is not there: `UserError`.
 */
export async function loadProject(
  io: Pick<Io, 'env'>,
  folder: string,
  surroundings: Surroundings = newSurroundings(io),
): Promise<Project> {
  const real = realFolder(folder)
  const git = await factsOrProblem(surroundings.git, real)
  const root = git.facts?.root ?? real
  const files = projectFiles(real, root, surroundings.disk)
  const toRoot = relativePath(real, root)
  const places = toRoot === '' ? [''] : ['', toRoot]
  const own = await readManifests(files, '')
  const above = toRoot === '' ? { manifests: [], problems: [] } : await readManifests(files, toRoot)
  const manifests = [...own.manifests, ...above.manifests]
  const repository = findRepository(files, toRoot, { manifests, remote: git.facts?.remote })
  const { funding, problems } = await findFunding(files, toRoot, manifests)
  const packages = await packageFinder(files, own.manifests)
  const isPackage = toRoot !== '' && (await isMember(above.manifests, relativePath(root, real)))
  return {
    folder: real,
    root,
    directory: git.facts ? relativePath(root, real) : (repository?.directory ?? ''),
    files,
    manifests: own.manifests,
    repository,
    remote: parseRepository(git.facts?.remote ?? ''),
    defaultBranch: git.facts?.defaultBranch ?? ciDefaultBranch(io.env, repository) ?? git.facts?.branch,
    ...sitesOf(own.manifests, repository),
    changelog: findChangelog(files, places),
    license: await findLicense(files, places, manifests),
    funding,
    workflows: findWorkflows(files, toRoot),
    community: findCommunity(files, places),
    isMember: isPackage,
    get packages() {
      return packages()
    },
    problems: [...git.problems, ...own.problems, ...above.problems, ...problems],
  }
}

async function factsOrProblem(
  find: FindGit,
  folder: string,
): Promise<{ readonly facts?: GitFacts | undefined; readonly problems: readonly Problem[] }> {
  try {
    return { facts: await find(folder), problems: [] }
  } catch (error) {
    if (error instanceof UserError) return { problems: [{ path: '.git', message: error.message }] }
    throw error
  }
}

interface Sources {
  readonly manifests: readonly Manifest[]
  readonly remote: string | undefined
}

function findRepository(files: ProjectFiles, root: string, { manifests, remote }: Sources): Repository | undefined {
  const named = manifests.map(({ repository }) => repository).find((repository) => repository !== undefined)
  const found = named ?? parseRepository(remote ?? '')
  return found?.forge === 'unknown' ? { ...found, forge: forgeByFiles(files, root) } : found
}

/** A forge on a host of any name leaves traces of itself in the repositories that it builds. */
function forgeByFiles(files: ProjectFiles, root: string): Forge {
  const has = (name: string) => files.kind(join(root, name)) !== undefined
  if (has('.gitlab-ci.yml') || has('.gitlab')) return 'gitlab'
  return has('.forgejo') || has('.gitea') ? 'gitea' : 'unknown'
}
