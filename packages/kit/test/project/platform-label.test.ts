import { expect, test } from 'vitest'
import { platformLabel } from '../../src/project/platform-label.ts'

test.each([
  ['github', 'https://github.com/sponsors/tea', 'GitHub Sponsors'],
  ['patreon', 'https://www.patreon.com/tea', 'Patreon'],
  ['custom', 'https://www.tea.example/give', 'tea.example'],
  ['custom', 'https://github.com/tea/larder#donate', 'Donate'],
  ['custom', 'tea', 'Donate'],
])('an account of %s at %s is called %s', (platform, url, label) => {
  expect(platformLabel(platform, url)).toBe(label)
})
