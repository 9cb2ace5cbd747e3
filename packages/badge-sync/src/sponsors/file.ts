import { rawUrl } from '@frontdoor/kit/forge'
import { UserError } from '@frontdoor/kit/io'
import { readJson, readYaml } from '@frontdoor/kit/manifests/parse'
import { get, type Table, text } from '@frontdoor/kit/manifests/values'
import type { Project } from '@frontdoor/kit/project'
import { httpsUrl } from './people.ts'
import type { Sponsor } from './sponsor.ts'

const names = ['sponsors.yml', 'sponsors.yaml', 'sponsors.json']
const folders = ['', '.github/', 'docs/', 'data/', 'docs/en/data/']

/** Path of the file in which a project keeps its sponsors. */
export function sponsorsFile({ files }: Project): string | undefined {
  return folders.flatMap((folder) => names.map((name) => folder + name)).find((path) => files.kind(path) === 'file')
}

/** The sponsors of a file as FastAPI has it: tiers, the first the largest, each a list of `url`, `title` and `img`. */
export async function sponsorsOfFile(project: Project, path: string): Promise<Sponsor[]> {
  if (project.files.kind(path) !== 'file') throw new UserError(`there is no file ${path} in this repository`)
  const tiers = await tiersIn(project, path)
  return Object.entries(tiers).flatMap(([tier, list]) => {
    if (list !== null && !Array.isArray(list)) throw new UserError(`${path}: ${tier} must be a list of sponsors`)
    return (list ?? []).map((entry: unknown) => sponsorOf(entry, tier, { project, path }))
  })
}

async function tiersIn({ files }: Project, path: string): Promise<Table> {
  try {
    return await (path.endsWith('.json') ? readJson(files, path) : readYaml(files, path))
  } catch (error) {
    if (error instanceof UserError) throw new UserError(`${path}: ${error.message}`)
    throw error
  }
}

function sponsorOf(entry: unknown, tier: string, { project, path }: { project: Project; path: string }): Sponsor {
  const [name, url] = [text(get(entry, 'title')) ?? text(get(entry, 'name')), text(get(entry, 'url'))]
  if (name === undefined || url === undefined)
    throw new UserError(`${path}: a sponsor of ${tier} has no title or no url`)
  const address = httpsUrl(url)
  if (address === undefined) throw new UserError(`${path}: ${url} is no address with https:`)
  const image = text(get(entry, 'img')) ?? text(get(entry, 'image'))
  return { name, url: address, tier, image: image === undefined ? undefined : imageOf(image, project) }
}

/** A picture on the web, or one of the repository, from where every place that shows the README finds it. */
function imageOf(image: string, { files, repository, folder, root }: Project): string | undefined {
  const path = image.replace(/^\.?\//, '')
  if (files.kind(path) !== 'file') return httpsUrl(image)
  return folder === root && repository ? rawUrl(repository, 'HEAD', path) : path
}
