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
    "## What's new?\n## Fedora / CentOS\n## Ünï\n## 2026\n## Usage\n## Usage\n## :tea: Tea\n<h2>Hot</h2>",
    ['whats-new', 'fedora--centos', 'ünï', '2026', 'usage', 'usage-1', 'tea-tea', undefined],
  ],
  [
    'pkg.go.dev',
    "## What's new?\n## Fedora / CentOS\n## Ünï\n## 中文\n## Usage\n## Usage",
    ['what-s-new', 'fedora-centos', 'n', 'heading', 'usage', 'usage-1'],
  ],
  [
    'pkg.go.dev',
    '## ![Build passing](b.svg) Tea\n## :zap: Zap\n## [Docs](https://a.b)\n##',
    ['build-passing-tea', 'zap', 'docs', 'heading'],
  ],
  [
    'artifact-hub',
    "## What's new?\n## 3 steps\n## Usage 🚀\n## Usage 🚀",
    ['what-s-new', 'X-steps', 'usage-', 'usage-'],
  ],
  ['artifact-hub', '## A/B [x] "y"\n## -- Dash\n## C\\\\D', ['a-b-x-y', 'X--dash', 'c-d']],
  ['bitbucket', '## Usage', ['markdown-header-usage']],
  ['github', '## 👩‍💻 Code\n## می‌خواهم', ['\u200D-code', 'می\u200Cخواهم']],
  ['pypi', '## Tea ![Build: ok](b.svg)\n## :zap: Zap\n\nTwo\nlines\n---', ['tea-build-ok', '-zap', 'two-lines']],
  ['crates.io', '## :zap: Zap\n## <b>Tea</b> <img alt="x">', ['user-content-zap-zap', 'user-content-tea-']],
  ['pypi', '## 👩‍💻 Code\n## x² + y\n## Usage\n## Usage', ['-code', 'x²--y', 'usage', 'usage-1']],
  ['npmx', '## A -- B!\n## Ünï 中文\n## 🚀\n## 🚀', ['a-b', 'n-中文', 'heading', 'heading-1']],
  ['jsr', '## 👩‍💻 Code\n## ⚙️ Set', ['-code', '\uFE0F-set']],
  ['nuget', '## ⚙️ Set_up\n## ½ 𝒳\n## ?\n## ?', ['-set_up', '-', 'section', 'section-1']],
  ['gitea', '## ⚙️ Set_up!\n## ?\n## ?', ['-set_up', 'heading', 'heading-1']],
  [
    'pub',
    '## Ünï `set_up`!\n## [Docs](https://a.b)\n## Usage\n## Usage\n## Usage',
    ['n-set_up', 'docshttpsab', 'usage', 'usage-2', 'usage-3'],
  ],
  ['hex', '## :zap: Zap ![b](b.svg)', ['-zap-b']],
  ['pkg.go.dev', '## R & D\n## `<T>` "x"', ['r-amp-d', 'lt-t-gt-quot-x-quot']],
  [
    'read-the-docs',
    "## What's new?\n## 3 steps\n## Straße Ünï\n## 中文\n## Usage\n## Usage",
    ['what-s-new', 'steps', 'strasze-uni', undefined, 'usage', undefined],
  ],
  ['hex', "## What's new\n## set_up Ünï\n## Usage\n## Usage", ['whats-new', 'setup-n', 'usage', 'usage']],
  ['vscode', '## Usage ![b](b.svg)\n## Usage\n## ⚙️ Set', ['usage-b', 'usage', '\uFE0F-set']],
  // What a document or a form has by that name hides no anchor: DOMPurify takes it away.
  ['vscode', '## Links\n## Title\n## Usage', [undefined, undefined, 'usage']],
  ['open-vsx', '## Style\n## Usage', [undefined, 'usage']],
  ['open-vsx', "## What's new?\n## A & B\n## 中文\n## 中文", ['what’s-new?', 'a-&-b', '中文', '中文-1']],
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
