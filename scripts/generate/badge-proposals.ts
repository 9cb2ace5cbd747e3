import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { loadProject } from '../../packages/badge-sync/src/index.ts'
import { registries, registryBadges } from '../../packages/badge-sync/src/registry/badges.ts'
import type { Proposal } from '../../packages/badge-sync/src/row/proposal.ts'
import { proposalsFor } from '../../packages/badge-sync/src/row/proposals.ts'
import type { Ecosystem } from '../../packages/kit/src/project.ts'
import { createDocument } from '../../packages/readme-lint/src/index.ts'
import { inSampleRepository } from '../sample.ts'

/** A badge as it is written into a row, and what of a project speaks for it. */
export interface Written extends Proposal {
  readonly facts: string
}

/** Facts that the sample project gets, each for itself: files by their path, and lines of the README. */
interface Trial {
  readonly facts: string
  readonly files?: Readonly<Record<string, string>>
  readonly readme?: string
}

const workflow = (step: string): Record<string, string> => ({
  '.github/workflows/ci.yml': `name: ci\non: push\njobs: { test: { steps: [${step}] } }\n`,
})

const manifest = (more: object): Record<string, string> => ({
  'package.json': JSON.stringify({ name: 'larder', private: true, repository: 'github:octo-org/larder', ...more }),
})

const trials: readonly Trial[] = [
  { facts: 'the licence that the manifest and the file `LICENSE` name', files: manifest({ license: 'MIT' }) },
  { facts: 'a workflow in `.github/workflows` that builds', files: workflow('{ run: make }') },
  {
    facts: '`.gitlab-ci.yml`, in a repository on GitLab',
    files: { ...manifest({ repository: 'gitlab:octo-org/larder' }), '.gitlab-ci.yml': 'test: { script: make }\n' },
  },
  { facts: '`codecov.yml`, or a workflow that uploads to Codecov', files: { ...manifest({}), 'codecov.yml': '' } },
  { facts: 'a workflow that uploads to Coveralls', files: workflow('{ uses: coverallsapp/github-action@v2 }') },
  {
    facts: '`.readthedocs.yaml`, and the address of the documentation in a manifest',
    files: { ...manifest({ homepage: 'https://larder.readthedocs.io' }), '.readthedocs.yaml': 'version: 2\n' },
  },
  {
    facts: 'a workflow that pushes an image to Docker Hub, or a `Dockerfile` and a link to its page in the README',
    files: { Dockerfile: 'FROM scratch\n' },
    readme: '<https://hub.docker.com/r/octo/larder>',
  },
  { facts: 'the one invitation that the README links', readme: '<https://discord.gg/larder>' },
  { facts: 'the one profile that the README links', readme: '<https://bsky.app/profile/larder.example>' },
  { facts: 'the one profile that the README links', readme: '<https://fosstodon.org/@larder>' },
]

/** The badges that facts of a project speak for, by name; each was proposed for a project that has them. */
export async function writtenBadges(): Promise<ReadonlyMap<string, Written>> {
  const all = new Map<string, Written>()
  const add = (proposals: readonly Proposal[], facts: string): void => {
    for (const proposal of proposals) if (!all.has(proposal.name)) all.set(proposal.name, { ...proposal, facts })
  }
  for (const ecosystem of Object.keys(registries) as Ecosystem[])
    add(
      registryBadges({ ecosystem, name: nameIn(ecosystem), version: '1.4.0', private: false }),
      'a manifest that names a package to be published',
    )
  for (const trial of trials) add(await proposalsIn(trial), trial.facts)
  return all
}

function proposalsIn({ files = {}, readme = '' }: Trial): Promise<readonly Proposal[]> {
  return inSampleRepository(async (folder) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    return proposalsFor(await loadProject(folder), await createDocument(`# Larder\n\n${readme}\n`))
  })
}

/** How a package is called there. */
function nameIn(ecosystem: Ecosystem): string {
  const names: Readonly<Partial<Record<Ecosystem, string>>> = {
    go: 'github.com/octo-org/larder',
    packagist: 'octo-org/larder',
    maven: 'org.example:larder',
    jsr: '@octo/larder',
    elm: 'octo/larder',
    vscode: 'octo.larder',
  }
  return names[ecosystem] ?? 'larder'
}
