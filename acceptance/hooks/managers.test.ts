import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { execute } from '../execute.ts'
import { stepsOf } from '../recipes/page.ts'
import { type Registry, startRegistryWithTools } from '../registry.ts'
import { faulty, type Scratch, scratchRepository, sound, succeeded } from '../scratch.ts'

// Hook managers and git alone, set up as their recipes say, with the tools of the working tree.

const recipes = join(import.meta.dirname, '..', '..', 'docs', 'recipes')
let registry: Registry

beforeAll(async () => {
  // lefthook, husky and lint-staged come from where npm gets all packages.
  const { output } = await execute('npm', ['config', 'get', 'registry'], { cwd: import.meta.dirname })
  registry = await startRegistryWithTools({ others: output.trim() })
})
afterAll(() => registry?.stop())

describe.each(['lefthook', 'husky', 'git-hooks'])('%s', (name) => {
  let cup: Scratch

  beforeAll(async () => {
    cup = await scratchRepository()
    Object.assign(cup.env, registry.environment(join(cup.folder, 'home')), {
      GIT_CONFIG_GLOBAL: cup.env.GIT_CONFIG_GLOBAL,
    })
    for (const step of stepsOf(join(recipes, `${name}.md`))) {
      if (step.does === 'write') cup.write(step.path, step.text)
      else expect(await cup.run('sh', ['-e', '-c', step.script])).toMatchObject({ code: step.exit })
    }
    await cup.git('add', '--all')
    succeeded(await cup.commit('chore: hooks'))
  })
  afterAll(() => cup?.remove())

  it('stops a commit with a faulty README, and changes nothing', async () => {
    await stage('README.md', faulty)
    const before = await cup.index()
    const failed = await cup.commit('docs: tea')
    expect(failed).toMatchObject({ code: 1, output: expect.stringContaining('README.md:3:13  error  No file tea.md') })
    expect(await cup.index()).toBe(before)
    expect(cup.read('README.md')).toBe(faulty)
  })

  it('looks at what is staged, and keeps what is not', async () => {
    const staged = sound.replace('tea', 'green tea')
    await stage('README.md', staged)
    cup.write('README.md', faulty)
    succeeded(await cup.commit('docs: green tea'))
    expect(cup.read('README.md')).toBe(faulty)
    expect(await cup.git('show', 'HEAD:README.md')).toBe(staged)
  })

  it('stops a commit with a badge that is not true any more', async () => {
    const badge = '[![npm](http://img.shields.io/npm/v/cup.svg)](https://www.npmjs.com/package/cup)'
    const text = sound.replace('# Cup\n', `# Cup\n\n${badge}\n`)
    await stage('README.md', text)
    const failed = await cup.commit('docs: a badge')
    expect(failed).toMatchObject({ code: 1, output: expect.stringContaining('plain HTTP') })
    expect(cup.read('README.md')).toBe(text)
    await stage('README.md', text.replace('http:', 'https:'))
    succeeded(await cup.commit('docs: a badge'))
  })

  it('says how a message will be read, and stops one that would be misread', async () => {
    const failed = await cup.commit('faet: hold more', '--allow-empty')
    expect(failed).toMatchObject({ code: 1, output: expect.stringContaining('did you mean "feat"?') })
    const passed = await cup.commit('feat: hold more', '--allow-empty')
    expect(passed).toMatchObject({ code: 0, output: expect.stringContaining('Read as feat; listed in "Added"') })
  })

  async function stage(path: string, text: string): Promise<void> {
    cup.write(path, text)
    await cup.git('add', path)
  }
})
