/** What a block is tried with on the sample project, which has none of these files. */
export interface BlockExample {
  /** By path; a file of the sample that is called so is replaced. */
  readonly files?: Readonly<Record<string, string>>
  /** What stands between the markers before. */
  readonly body?: string
  /** Flags of badge-sync. */
  readonly flags?: readonly string[]
}

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`

/** By the name of the block; one that needs nothing else has no entry. */
export const blockExamples: Readonly<Record<string, BlockExample>> = {
  badges: { files: { '.github/workflows/ci.yml': 'name: ci\non: push\njobs: {}\n' } },
  changelog: {
    files: {
      'CHANGELOG.md': `# Changelog

## [1.4.0] - 2026-11-02

### Added

- An entry is made again before it goes stale.

## [1.3.0] - 2026-08-17

### Fixed

- A larder is closed once.
`,
    },
  },
  contributors: {
    files: {
      '.all-contributorsrc': json({
        contributors: [
          { login: 'ada', name: 'Ada', avatar_url: 'https://avatars.githubusercontent.com/u/1?v=4' },
          { login: 'grace', name: 'Grace', profile: 'https://grace.example' },
        ],
      }),
    },
  },
  funding: { files: { '.github/FUNDING.yml': 'github: octo-org\npatreon: larder\nko_fi: larder\n' } },
  help: { files: { 'CONTRIBUTING.md': '# Contributing\n', 'SECURITY.md': '# Security\n' } },
  include: {
    files: {
      'examples/first.ts': `import { larder } from 'larder'

const get = larder({ life: 60_000 })

for (const town of ['Oslo', 'Bergen']) {
  const weather = await get(town, fetchWeather)
  console.log(town, weather)
}
`,
    },
  },
  links: {
    files: {
      'package.json': json({
        name: 'larder',
        version: '1.4.0',
        homepage: 'https://larder.example',
        repository: 'github:octo-org/larder',
      }),
    },
  },
  packages: {
    files: {
      'package.json': json({ name: 'larders', private: true, workspaces: ['packages/*'] }),
      'packages/larder/package.json': json({ name: 'larder', version: '1.4.0', description: 'Keeps tea and jam' }),
      'packages/cellar/package.json': json({ name: 'cellar', private: true, description: 'Tests' }),
    },
  },
  sponsors: {
    files: {
      'sponsors.yml': `gold:
  - title: Tea House
    url: https://tea.example
    img: https://tea.example/logo.png
silver:
  - title: Jam & Sons
    url: https://jam.example
`,
    },
  },
  usage: {
    files: {
      'package.json': json({ name: 'larder', version: '1.4.0', bin: './bin.js' }),
      'bin.js': "console.log('Usage: larder [--life SECONDS]')\n",
    },
    flags: ['--run'],
  },
  version: { body: 'In a hurry: `npm install larder@1.3.0`' },
}
