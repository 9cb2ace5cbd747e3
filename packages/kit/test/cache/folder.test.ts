import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cacheFolder } from '../../src/cache/folder.ts'

test.each<[NodeJS.Platform, Record<string, string>, string | undefined]>([
  ['linux', { HOME: '/home/ada' }, join('/home/ada/.cache/frontdoor')],
  ['linux', { HOME: '/home/ada', XDG_CACHE_HOME: '/fast' }, join('/fast/frontdoor')],
  ['darwin', { HOME: '/Users/ada' }, join('/Users/ada/Library/Caches/frontdoor')],
  ['win32', { LOCALAPPDATA: '/Ada' }, join('/Ada/frontdoor/Cache')],
  ['linux', { HOME: '/home/ada', FRONTDOOR_CACHE: '/mine', XDG_CACHE_HOME: '/fast' }, '/mine'],
  ['linux', { HOME: '/home/ada', FRONTDOOR_CACHE: 'mine' }, undefined],
  ['linux', { HOME: '/home/ada', XDG_CACHE_HOME: 'fast' }, undefined],
  ['linux', {}, undefined],
  ['win32', {}, undefined],
])('on %s with %j the caches lie in %s', (platform, env, folder) => {
  expect(cacheFolder({ env }, platform)).toBe(folder)
})
