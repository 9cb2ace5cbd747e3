import { expect, test } from 'vitest'
import { hasMoved } from '../../src/project/moved-changelog.ts'

const releases = '[releases](https://example.com/releases)'

test.each([
  [`# Changelog\n\nThe changelog has moved to ${releases}.\n`, true],
  [`# Changelog\n\nSee ${releases}.\n`, true],
  [`# Changelog\n\nSee ${releases}.\n\n- Pour\n`, false],
  ['# Changelog\n\nThe changelog has moved.\n', false],
  [`# Changelog\n\nAs told in ${releases}. Versions below 1.0 are no longer maintained.\n\n## 2.0.0\n`, false],
  [
    `# Changelog\n\n## The changelog has moved!\n\nPlease read the ${releases}.\n\n## [2.0.0](https://example.com) (2026-01-02)\n`,
    true,
  ],
  [`> For more recent entries, please\n> see ${releases}.\n\n## 2.0.0\n\n- Pour\n`, true],
  [`For further changes, see ${releases}\n\n---\n\n## Tea 2.0.0 - January 2, 2026\n\n- Pour\n`, true],
  [`This file is no longer maintained: ${releases}\n\n2.0.0\n-----\n\n- Pour\n`, true],
  [`For further changes before 1.0, see ${releases}.\n\n## 2.0.0\n\n- Pour\n`, false],
  [`All changes, see ${releases}.\n\n## 2.0.0\n\n- For newer versions, see above\n`, false],
  [`## 2.0.0\n\n- The changelog has moved, see ${releases}\n`, false],
  ['# Changelog\n\nSee [Keep a Changelog](https://keepachangelog.com).\n', false],
])('says whether %j has moved', (text, expected) => {
  expect(hasMoved(text)).toBe(expected)
})
