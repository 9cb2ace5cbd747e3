import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { chooseEdits, fix } from '@frontdoor/kit/cli/fix'
import type { Project } from '@frontdoor/kit/project'
import { loadProject } from '@frontdoor/kit/project/load'
import { project } from '@frontdoor/kit/testing'
import { MarkdownDocument } from '@frontdoor/markdown/document'
import { parse } from '@frontdoor/markdown/parse'
import { expect, test } from 'vitest'
import { installedDocuments } from '../../markdown/test/support/documents.ts'
import { configuredRules } from '../src/config/configure.ts'
import { showingsOf } from '../src/hosts.ts'
import { lint } from '../src/lint.ts'

/** Much more than it takes, for a machine that does much else. */
const timeout = 120_000

const all = configuredRules({ rules: {}, only: [] })

/** What is left after the fixes of all rules: the text, and what a second time would make of it. */
async function twice(source: string, path: string, facts: Project, unsafe: boolean): Promise<[string, string]> {
  const showings = showingsOf(facts, path)
  const check = (text: string) =>
    lint({ document: new MarkdownDocument(text, parse), project: facts, path, showings }, all)
  const once = await fix(source, check, unsafe)
  // Where nothing is left to fix, a second time would not even start.
  if (chooseEdits(once.findings, unsafe).length === 0) return [once.source, once.source]
  return [once.source, (await fix(once.source, check, unsafe)).source]
}

/** Small ones: the time goes with the length, and what can go wrong does so in small ones, too. */
const documents = installedDocuments().filter(({ length }) => length < 1_500)

const fixtures = join(import.meta.dirname, '../fixtures')
const cases = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((name) => /readme\.md$/i.test(name))

test.each([
  ['safe fixes', false],
  ['suggestions, too,', true],
])('of a fixture, %s are all made in one run', { timeout }, async (_, unsafe) => {
  for (const name of cases) {
    const file = join(fixtures, name)
    const facts = await loadProject({ env: {} }, dirname(file))
    const [once, again] = await twice(readFileSync(file, 'utf8'), relative(dirname(file), file), facts, unsafe)
    expect({ name, text: again }).toEqual({ name, text: once })
  }
})

test.each([
  ['safe fixes', false],
  ['suggestions, too,', true],
])('of a document of a dependency, %s are all made in one run', { timeout }, async (_, unsafe) => {
  const folder = await project(
    {
      'package.json': { name: 'larder', version: '1.0.0', license: 'MIT' },
      LICENSE: '',
      '.github/FUNDING.yml': 'github: octo-org',
    },
    { git: { remote: 'https://github.com/octo-org/larder' } },
  )
  const facts = await loadProject({ env: {} }, folder.path)
  for (const source of documents) {
    const [once, again] = await twice(source, 'README.md', facts, unsafe)
    expect(again).toBe(once)
  }
})
