import { symlink, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { memoryIo, project } from '@frontdoor/kit/testing'
import { describe, expect, test } from 'vitest'
import { runAction } from '../src/action.ts'
import { actions, type Tool } from '../src/actions.ts'
import { runAction as runStep } from './run.ts'

const tools = Object.keys(actions) as Tool[]

test('a commit without the built tool is told of, with what to name instead', async () => {
  const made = await project()
  const io = memoryIo({ cwd: made.path })
  expect(await runAction(() => Promise.reject(new Error('not reached')), made.join('bundles/tea.js'), io)).toBe(1)
  expect(io.stdout.text).toBe('::error title=tea::this commit has no bundles/tea.js; name that of a release\n')
})

test('what is wrong with the action itself is not hidden', async () => {
  const made = await project({ 'tea.js': '' })
  const broken = runAction(
    () => Promise.reject(new TypeError('slip')),
    made.join('tea.js'),
    memoryIo({ cwd: made.path }),
  )
  await expect(broken).rejects.toThrow('slip')
})

describe('main.js', () => {
  const tea = () => project({ 'README.md': '# Tea\n\nSee [x](gone.md).\n' })

  test.each(tools)('of %s starts its tool', async (tool) => {
    const start = async (main: string) => main
    const { code, log } = await runStep(tool, await tea(), { start, with: { args: '--nonsense' } })
    expect(code).toBe(1)
    expect(log).toMatch(new RegExp(`^::error title=${tool}::unknown option '--nonsense'`, 'm'))
  })

  test('runs where it is started by another name', async () => {
    const start = async (main: string) => {
      await symlink(dirname(main), `${dirname(main)}-link`)
      return `${dirname(main)}-link/main.js`
    }
    const { code, outputs } = await runStep('readme-lint', await tea(), { start })
    expect([code, outputs.errors]).toEqual([1, '1'])
  })

  test.each([
    ['waits where it is imported', '', 0, undefined],
    ['and runs when it is told to', '.then(({ run }) => run())', 1, '1'],
  ])('%s', async (_, then, code, errors) => {
    const start = async (main: string) => {
      await writeFile(`${dirname(main)}/other.mjs`, `await import('./main.js')${then}\n`)
      return `${dirname(main)}/other.mjs`
    }
    const step = await runStep('readme-lint', await tea(), { start })
    expect([step.code, step.outputs.errors]).toEqual([code, errors])
  })
})
