import { loadProject } from '@frontdoor/kit/project/load'
import { type FileTable, type ProjectSettings, project } from '@frontdoor/kit/testing'
import { type Showing, showingsOf } from '../../src/hosts.ts'
import { type RenderedMarkdown, renderMarkdown } from '../../src/render/markdown.ts'
import { read } from './document.ts'

/** What stands around every README here. */
const around: FileTable = {
  'package.json': { name: 'larder', version: '1.2.0', license: 'MIT' },
  'docs/guide.md': '# Guide\n',
  'docs/logo.png': '',
}

const onGithub: ProjectSettings = { git: { remote: 'https://github.com/octo-org/larder' } }

/** Renders READMEs of a project at `v1.2.0`; by itself it is on GitHub. */
export async function renderer(
  files: FileTable = {},
  settings: ProjectSettings = onGithub,
): Promise<(host: string, source: string) => Promise<RenderedMarkdown>> {
  const { path } = await project({ ...around, ...files }, settings)
  const facts = await loadProject({ env: {} }, path)
  return (host, source) => {
    const [showing] = showingsOf(facts, 'README.md', [host]) as [Showing]
    const options = { ref: 'v1.2.0', shown: 'README.md', read: async (text: string) => read(text) }
    return renderMarkdown({ document: read(source), project: facts, path: 'README.md' }, showing, options)
  }
}
