import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mend } from '../generate/generator.ts'
import { ruleFiles, ruleSteps } from '../new/rule.ts'

describe('a new rule', () => {
  let root = ''
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'frontdoor-'))
  })
  afterAll(() => rmSync(root, { recursive: true }))

  const files = ruleFiles('top/source-link')

  it('lies where rules and fixtures lie', () => {
    expect(files.map(({ path }) => path)).toEqual([
      'packages/readme-lint/src/rules/top/source-link.ts',
      'packages/readme-lint/fixtures/top/source-link/fires/README.md',
      'packages/readme-lint/fixtures/top/source-link/fires/package.json',
      'packages/readme-lint/fixtures/top/source-link/silent/README.md',
      'packages/readme-lint/fixtures/top/source-link/silent/package.json',
      'packages/readme-lint/fixtures/top/source-link/two/README.md',
      'packages/readme-lint/fixtures/top/source-link/two/package.json',
    ])
    expect(ruleSteps('top/source-link').join()).toContain('src/rules/top/source-link.ts')
  })

  it('already finds something', async () => {
    mend(files, root)
    const { rule } = await import(join(root, files[0]?.path ?? ''))
    const sections = ['TODO', 'Install', 'TODO'].map((title, index) => ({ title, start: index, end: index + 1 }))
    const findings = [...rule.check({ document: { sections } })]
    expect(rule.name).toBe('top/source-link')
    expect(findings.map(({ at }) => at.start)).toEqual([0, 2])
  })

  it('has fixtures that are projects', () => {
    const manifests = files.filter(({ path }) => path.endsWith('package.json'))
    for (const { text } of manifests) expect(JSON.parse(text)).toMatchObject({ name: 'larder', license: 'MIT' })
  })
})
