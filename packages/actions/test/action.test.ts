import { memoryIo, project } from '@frontdoor/kit/testing'
import { expect, test } from 'vitest'
import { runAction } from '../src/action.ts'

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
