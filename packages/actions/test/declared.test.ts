import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { fileText } from './run.ts'

const tools = ['badge-sync', 'changelog-gen', 'readme-lint']

const sources = readdirSync(join(import.meta.dirname, '..', 'src'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(import.meta.dirname, '..', 'src', name), 'utf8'))
  .join('\n')

const inputsOf = (tool: string): string[] => Object.keys(parse(fileText(`actions/${tool}/action.yml`)).inputs)

test('every input that is read is declared, and every one that is declared is read', () => {
  const names = new Set([...sources.matchAll(/Input\([\w.]*env, '([\w-]+)'/g)].map(([, name]) => name))
  expect([...names].sort()).toEqual([...new Set(tools.flatMap(inputsOf))].sort())
})

describe.each(tools)('action.yml of %s', (tool) => {
  const action = parse(fileText(`actions/${tool}/action.yml`))

  test('runs what is beside it', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'main.js' })
    expect(fileText(`actions/${tool}/main.js`)).toContain(`runTool('${tool}')`)
  })

  test('says what each input and output is, in a sentence, and knows no other keys', () => {
    for (const [name, value] of Object.entries<Record<string, unknown>>({ ...action.inputs, ...action.outputs })) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(value.description).toMatch(/\.$/)
      expect(Object.keys(value).filter((key) => !['description', 'default'].includes(key))).toEqual([])
      if (value.default !== undefined) expect(value.default).toBeTypeOf('string')
    }
  })
})
