import { project, type TestProject } from '@frontdoor/kit/testing'
import { expect, it, onTestFinished } from 'vitest'
import { show } from '../src/preview/desk.ts'
import { type DeskThread, openDeskThread } from '../src/preview/desk-thread.ts'
import { faulty } from './cli.ts'
import { servePreview, targetIn } from './support/preview.ts'

/** Much more than it takes, for a machine that does much else. */
const patient = { memory: 1024, time: 120_000 }

/** What keeps a renderer busy for long. */
const busy = `# Tea\n\n${'|a|b|\n|-|-|\n|`x`|y|\n\n'.repeat(2500)}`

function threadFor(folder: TestProject, limits = patient): DeskThread {
  const thread = openDeskThread({ target: targetIn(folder, ['github', 'npm', 'pypi']), name: 'README.md' }, limits)
  onTestFinished(async () => void (await thread.close()))
  return thread
}

it('shows in a thread what it shows without one', async () => {
  const folder = await project({ 'README.md': `${faulty}\n![Pot](pot.png)\n`, 'pot.png': '' })
  const here = await show(targetIn(folder, ['github', 'npm', 'pypi']), 'README.md')
  const there = await threadFor(folder).show()
  expect([there.view, there.look?.subject]).toEqual([here.view, here.look?.subject])
  for (const host of ['pypi', 'npm', 'github', 'crates'])
    expect(await there.frame(host)).toEqual(await here.frame(host))
})

it('answers whoever asks something else while it looks at a README, and makes frames of it', async () => {
  const folder = await project({ 'README.md': busy })
  const thread = threadFor(folder)
  const { get } = await servePreview(folder, [], { show: thread.show })
  const frames = ['view.json', 'frames/github.json'].map((path) => get(`/${path}`))
  for (let [answered, waiting] = [0, true]; waiting; answered++) {
    waiting = await Promise.race([get('/').then(() => true), Promise.any(frames).then(() => false)])
    if (!waiting) expect(answered).toBeGreaterThan(10)
  }
  expect((await Promise.all(frames)).map(({ status }) => status)).toEqual([200, 200])
})

it('says of a README that takes too long that it does', async () => {
  const { view, frame } = await threadFor(await project({ 'README.md': faulty }), { memory: 1024, time: 1 }).show()
  expect([view.path, view.problem, await frame('npm')]).toEqual([
    'README.md',
    'README.md: not shown in 0.0 seconds; make it shorter',
    undefined,
  ])
})

it('says of a README that takes too much memory that it does, and shows the next one', async () => {
  const folder = await project({ 'README.md': busy.repeat(4) })
  const { show } = threadFor(folder, { ...patient, memory: 32 })
  expect((await show()).view.problem).toBe('README.md: not shown within 32 MiB of memory; make it shorter')
  await folder.write({ 'README.md': faulty })
  expect((await (await show()).frame('github'))?.html).toContain('Brews tea on time.')
})

it('says of a host that takes too long that it does, without trying again', async () => {
  const limits = { ...patient }
  const { frame } = await threadFor(await project({ 'README.md': faulty }), limits).show()
  limits.time = 1
  await expect(frame('github')).rejects.toThrow('README.md: not shown in 0.0 seconds; make it shorter')
  limits.time = patient.time
  await expect(frame('github')).rejects.toThrow('README.md: not shown in 0.0 seconds; make it shorter')
  expect((await frame('npm'))?.html).toContain('Brews tea on time.')
})

it('is not started again once it has ended', async () => {
  const thread = threadFor(await project({ 'README.md': faulty }))
  const { frame } = await thread.show()
  await thread.close()
  await expect(frame('npm')).rejects.toThrow('the preview has ended')
  await expect(thread.show()).rejects.toThrow('the preview has ended')
})
