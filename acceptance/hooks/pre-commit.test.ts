import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { stepsOf } from '../recipes/page.ts'
import { faulty, fixable, type Scratch, scratchRepository, sound, succeeded } from '../scratch.ts'
import { standAtAddress } from './by-tag.ts'

// The real pre-commit, in a repository that takes the hooks from this one by its address and a tag, as docs/recipes/pre-commit.md says.

const recipe = join(import.meta.dirname, '..', '..', 'docs', 'recipes', 'pre-commit.md')
const isThere = spawnSync('pre-commit', ['--version']).status === 0

describe.skipIf(!isThere)('pre-commit', () => {
  let cup: Scratch

  beforeAll(async () => {
    // There is no registry: whatever asks for one fails.
    cup = await scratchRepository({ npm_config_registry: 'http://127.0.0.1:9/', npm_config_offline: 'true' })
    await standAtAddress(cup, 'v0.1.0')
    for (const step of stepsOf(recipe)) {
      if (step.does === 'write') cup.write(step.path, step.text)
      else expect(await cup.run('sh', ['-e', '-c', step.script])).toMatchObject({ code: step.exit })
    }
    await cup.git('add', '--all')
    expect(await cup.commit('chore: hooks')).toMatchObject({ code: 0 })
  })
  afterEach(async () => {
    await cup.git('reset', '--quiet', '--hard')
    await cup.git('clean', '--quiet', '--force')
  })
  afterAll(() => cup.remove())

  it('stops a commit with a faulty README, and lets it pass when it is mended', async () => {
    await stage('README.md', faulty)
    const before = await cup.index()
    const failed = await cup.commit('docs: tea')
    expect(failed).toMatchObject({ code: 1, output: expect.stringContaining('README.md:3:13  error  No file tea.md') })
    expect(await cup.index()).toBe(before)
    await stage('README.md', sound.replace('tea', 'green tea'))
    expect(await cup.commit('docs: green tea')).toMatchObject({ code: 0 })
  })

  it('looks at what is staged, and keeps what is not', async () => {
    await stage('README.md', sound.replace('tea', 'black tea'))
    cup.write('README.md', faulty)
    expect(await cup.commit('docs: black tea')).toMatchObject({ code: 0 })
    expect(cup.read('README.md')).toBe(faulty)
    await cup.git('reset', '--quiet', '--hard')
    await stage('README.md', faulty)
    cup.write('README.md', sound)
    expect(await cup.commit('docs: tea')).toMatchObject({ code: 1 })
    expect(cup.read('README.md')).toBe(sound)
  })

  it.each([
    ['-a', ['--all']],
    ['FILE', ['--', 'README.md']],
  ])('knows the index of git commit %s', async (_, args) => {
    cup.write('README.md', faulty)
    expect(await cup.commit('docs: tea', ...args)).toMatchObject({
      code: 1,
      output: expect.stringContaining('No file tea.md'),
    })
    const other = sound.replace('tea', `tea ${args.length}`)
    cup.write('README.md', other)
    expect(await cup.commit('docs: tea', ...args)).toMatchObject({ code: 0 })
    expect(await cup.git('show', 'HEAD:README.md')).toBe(other)
  })

  it('mends badges, fails for that, and adds nothing', async () => {
    const badge = '[![npm](http://img.shields.io/npm/v/cup.svg)](https://www.npmjs.com/package/cup)'
    await stage('README.md', sound.replace('# Cup\n', `# Cup\n\n${badge}\n`))
    const before = await cup.index()
    const failed = await cup.commit('docs: a badge')
    expect(failed).toMatchObject({ code: 1, output: expect.stringContaining('files were modified by this hook') })
    expect(await cup.index()).toBe(before)
    expect(cup.read('README.md')).toContain(badge.replace('http:', 'https:'))
    await cup.git('add', 'README.md')
    expect(await cup.commit('docs: a badge')).toMatchObject({ code: 0 })
  })

  it('verifies the changelog', async () => {
    const section = '## [1.0.0] - 2026-01-02\n\n- Hold tea\n'
    await stage('CHANGELOG.md', `# Changelog\n\n${section}\n${section}`)
    const { code, output } = await cup.commit('docs: a changelog')
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('1.0.0 has a section already') })
    expect(output).toMatch(/verify the changelog\.+Failed/)
  })

  it('says how a message will be read, and stops one that would be misread', async () => {
    const failed = await cup.commit('faet: hold more', '--allow-empty')
    expect(failed).toMatchObject({ code: 1, output: expect.stringContaining('did you mean "feat"?') })
    expect(failed.output).toMatch(/lint READMEs\.+\(no files to check\)Skipped/)
    const passed = await cup.commit('feat: hold more', '--allow-empty')
    expect(passed).toMatchObject({ code: 0, output: expect.stringContaining('Read as feat; listed in "Added"') })
  })

  it('passes over what the editor shows, and takes `fixup!`, merges and reverts', async () => {
    await stage('milk.txt', 'BREAKING CHANGES: milk\n')
    await cup.git('commit', '--quiet', '--verbose', '--edit', '--message', 'feat: add milk\n\n# BREAKING CHANGES: none')
    await cup.git('commit', '--quiet', '--allow-empty', '--fixup', 'HEAD')
    await cup.git('revert', '--no-edit', 'HEAD~1')
    await cup.git('switch', '--quiet', '--create', 'other', 'HEAD~3')
    await cup.git('commit', '--quiet', '--allow-empty', '--message', 'fix: hold')
    await cup.git('switch', '--quiet', 'main')
    await cup.git('merge', '--quiet', '--no-ff', '--no-edit', 'other')
    const titles = await cup.git('log', '--first-parent', '--max-count=4', '--format=%s')
    expect(titles).toBe('Merge branch \'other\'\nRevert "feat: add milk"\nfixup! feat: add milk\nfeat: add milk\n')
  })

  it('works in a linked work tree', async () => {
    const linked = join(cup.folder, 'linked')
    await cup.git('worktree', 'add', '--quiet', '-b', 'linked', linked)
    const git = (...args: readonly string[]) => cup.run('git', args, linked)
    succeeded(await cup.run('sh', ['-c', 'printf "\\n[tea](tea.md)\\n" >> README.md'], linked))
    const failed = await git('commit', '--all', '--message', 'docs: tea')
    expect(failed).toMatchObject({ code: 1, output: expect.stringContaining('No file tea.md') })
    succeeded(await git('checkout', 'README.md'))
    expect(await git('commit', '--allow-empty', '--message', 'faet: a')).toMatchObject({ code: 1 })
    expect(await git('commit', '--allow-empty', '--message', 'feat: a')).toMatchObject({ code: 0 })
  })

  it('mends what is safe with readme-lint-fix, fails for that, and adds nothing', async () => {
    cup.write(
      '.pre-commit-config.yaml',
      cup.read('.pre-commit-config.yaml').replace('id: readme-lint', 'id: readme-lint-fix'),
    )
    await cup.git('add', '.pre-commit-config.yaml')
    await stage('README.md', fixable)
    const before = await cup.index()
    const failed = await cup.commit('docs: more')
    expect(failed).toMatchObject({ code: 1, output: expect.stringContaining('files were modified by this hook') })
    expect(await cup.index()).toBe(before)
    expect(cup.read('README.md')).toContain('<summary>More</summary>\n\nMore *tea*.')
    await cup.git('add', 'README.md')
    expect(await cup.commit('docs: more')).toMatchObject({ code: 0 })
  })

  async function stage(path: string, text: string): Promise<void> {
    cup.write(path, text)
    await cup.git('add', path)
  }
})
