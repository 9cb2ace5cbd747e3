import { expect, test } from 'vitest'
import { hosts } from '../src/hosts.generated.ts'
import { findHost } from '../src/hosts.ts'
import { staleFacts } from '../src/shown/stale.ts'

test('a fact is told when it is more than a year old, once for each source', () => {
  expect(staleFacts(hosts, new Date('2026-11-26'))).toEqual([])
  expect(staleFacts([findHost('open-vsx')], new Date('2027-04-27'))).toEqual([])
  const [line, ...more] = staleFacts([findHost('open-vsx')], new Date('2027-04-28'))
  expect(line).toMatch(
    /^Open VSX: HTML, .* may have changed \(eclipse-openvsx\/openvsx, .*, read 2026-04-27\); docs\/hosts\.md says how/,
  )
  expect(more).toEqual([])
})
