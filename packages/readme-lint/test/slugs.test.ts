import { expect, test } from 'vitest'
import { findHost } from '../src/hosts.ts'
import { slugsFor } from '../src/shown/slugs.ts'
import { read } from './support/document.ts'

test.each([
  [
    'github',
    "## What's new?\n## Fedora / CentOS\n## Ünï\n## Usage\n## Usage",
    ['whats-new', 'fedora--centos', 'ünï', 'usage', 'usage-1'],
  ],
  [
    'gitlab',
    "## What's new?\n## Fedora / CentOS\n## Ünï\n## 2026\n## Usage\n## Usage",
    ['whats-new', 'fedora-centos', 'ünï', 'anchor-2026', 'usage', 'usage-1'],
  ],
  [
    'pkg.go.dev',
    "## What's new?\n## Fedora / CentOS\n## Ünï\n## 中文\n## Usage\n## Usage",
    ['what-s-new', 'fedora-centos', 'n', 'heading', 'usage', 'usage-1'],
  ],
  [
    'artifact-hub',
    "## What's new?\n## 3 steps\n## Usage 🚀\n## Usage 🚀",
    ['what-s-new', 'X-steps', 'usage-', 'usage-'],
  ],
  ['bitbucket', '## Usage', ['markdown-header-usage']],
  // The links get a prefix from the host, which the slugs do not show.
  ['pypi', '# Tea\n\n<h2>In HTML</h2>\n\n## Tea', ['tea', undefined, 'tea-1']],
  ['github', '# Tea\n\n<h2>In HTML</h2>\n\n## Tea', ['tea', 'in-html', 'tea-1']],
  ['docs.rs', '# Tea', [undefined]],
])('%s makes anchors of %j', (host, source, slugs) => {
  expect(slugsFor(findHost(host), read(source))).toEqual(slugs)
})

test('a host whose links get less than its headings cannot be reached by a bare slug', () => {
  expect(slugsFor(findHost('crates.io'), read('# Tea'))).toEqual(['user-content-tea'])
})
