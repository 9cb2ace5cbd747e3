import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ciDefaultBranch } from '../../src/forge/ci.ts'
import { parseRepository } from '../../src/forge.ts'
import { folderWith } from '../folders.ts'

const repository = parseRepository('https://github.com/o/r')

describe('ciDefaultBranch', () => {
  test.each([
    ['{"repository":{"default_branch":"trunk"}}', 'O/R', 'trunk'],
    ['{"repository":{"default_branch":"trunk"}}', 'other/r', undefined],
    ['{"repository":{"default_branch":7}}', 'o/r', undefined],
    ['{"repository":null}', 'o/r', undefined],
    ['null', 'o/r', undefined],
    ['{', 'o/r', undefined],
  ])('from the event %s of %s is %s', (event, name, branch) => {
    const path = join(folderWith({ 'event.json': event }), 'event.json')
    expect(ciDefaultBranch({ GITHUB_REPOSITORY: name, GITHUB_EVENT_PATH: path }, repository)).toBe(branch)
  })

  test.each([
    [{ CI_DEFAULT_BRANCH: 'trunk', CI_PROJECT_PATH: 'o/r' }, 'trunk'],
    [{ CI_DEFAULT_BRANCH: 'trunk', CI_PROJECT_PATH: 'o/other' }, undefined],
    [{ GITHUB_REPOSITORY: 'o/r', GITHUB_EVENT_PATH: '/nowhere/event.json' }, undefined],
    [{ GITHUB_REPOSITORY: 'o/r' }, undefined],
    [{}, undefined],
  ])('from %j is %s', (env, branch) => {
    expect(ciDefaultBranch(env, repository)).toBe(branch)
    expect(ciDefaultBranch(env, undefined)).toBeUndefined()
  })
})
