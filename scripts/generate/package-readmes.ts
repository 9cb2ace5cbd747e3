import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pinned from '../../packages/actions/pinned.json' with { type: 'json' }
import { program as badgeSync } from '../../packages/badge-sync/src/program.ts'
import { program as changelogGen } from '../../packages/changelog-gen/src/program.ts'
import type { Program } from '../../packages/kit/src/cli/command.ts'
import { program as readmeLint } from '../../packages/readme-lint/src/program.ts'
import { inSampleRepository } from '../sample.ts'
import { root } from '../workspace.ts'
import type { GeneratedFile } from './generator.ts'
import { fence } from './markdown.ts'
import { replaceRegion } from './region.ts'
import { session } from './session.ts'

/** The READMEs of the packages are written by hand, but for their examples. */
export const folders: readonly string[] = []

/** A stretch of a README: what a tool says in a fresh copy of the sample project. */
interface Region {
  readonly name: string
  readonly calls: readonly (readonly string[])[]
  /** Files that the sample project gets, by path. */
  readonly files?: Readonly<Record<string, string>>
}

const places = ['github', 'npm', 'pypi', 'crates', 'nuget'].flatMap((name) => ['--host', name])

const regions: readonly (readonly [program: Program, regions: readonly Region[]])[] = [
  [
    readmeLint,
    [
      { name: 'findings', calls: [['--quiet']] },
      { name: 'hosts', calls: [['hosts', ...places]] },
      { name: 'diff', calls: [['--diff', '--rule', 'details/blank-after-summary', '--rule', 'top/source-link']] },
    ],
  ],
  [
    changelogGen,
    [
      { name: 'next', calls: [['next'], ['notes', '--unreleased']] },
      {
        name: 'explain',
        calls: [
          ['explain', '--all'],
          ['explain', 'HEAD'],
        ],
      },
      {
        name: 'check-message',
        files: { message: 'faet: keep jam\n\nBREAKING CHANGES: jars are larger\n' },
        calls: [['check-message', 'message']],
      },
    ],
  ],
  [
    badgeSync,
    [
      { name: 'check', calls: [['--check']] },
      {
        name: 'migrate',
        files: { '.github/workflows/ci.yml': 'name: ci\non: push\njobs: { test: { steps: [{ run: make }] } }\n' },
        calls: [['migrate', '--diff']],
      },
    ],
  ],
]

/** The README of each package, with what its tool really says, and its action as it is pinned. */
export async function files(): Promise<readonly GeneratedFile[]> {
  return Promise.all(regions.map(([program, own]) => readmeOf(program, own)))
}

async function readmeOf(program: Program, own: readonly Region[]): Promise<GeneratedFile> {
  const path = `packages/${program.name}/README.md`
  const bodies = await Promise.all(own.map(async (region) => [region.name, await said(program, region)] as const))
  const text = [...bodies, ['action', actionOf(program)] as const].reduce(
    (before, [name, body]) => replaceRegion(before, name, body),
    readFileSync(join(root, path), 'utf8'),
  )
  return { path, text }
}

function said(program: Program, { calls, files: extra = {} }: Region): Promise<string> {
  return inSampleRepository((folder) => {
    for (const [path, text] of Object.entries(extra)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    return session(program, folder, calls)
  })
}

function actionOf({ name }: Program): string {
  return fence('yaml', `- uses: frontdoor-tools/frontdoor/actions/${name}@${pinned.commit} # ${pinned.version}`)
}
