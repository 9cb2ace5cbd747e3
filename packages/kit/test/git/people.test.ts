import { describe, expect, it, test } from 'vitest'
import { isBot, loginAt } from '../../src/git/people.ts'

describe('isBot', () => {
  test.each(['Zuul', 'bors', 'Kubernetes Prow Robot', 'k8s-ci-robot', 'Weblate (bot)'])(
    'takes %s for a bot',
    (name) => {
      expect(isBot(name, 'someone@example.com')).toBe(true)
    },
  )

  test.each([
    ['Claude Opus 4.6 (1M context)', 'noreply@anthropic.com'],
    ['GPT 5.6', 'codex@openai.com'],
    ['Cursor', 'cursoragent@cursor.com'],
    ['Amp', 'amp@ampcode.com'],
    ['Copilot Autofix powered by AI', '175728472+Copilot@users.noreply.github.com'],
    ['Anonymous', 'noreply@weblate.org'],
  ])('takes %s for a bot, by its address', (name, email) => {
    expect(isBot(name, email)).toBe(true)
  })

  test.each([
    ['Ada', 'noreply@ada.example.com'],
    ['Claude', 'claude@example.com'],
    ['Ada', 'ada@anthropic.com'],
    ['Bo', '7+copilots@users.noreply.github.com'],
  ])('takes %s for a person, by the address', (name, email) => {
    expect(isBot(name, email)).toBe(false)
  })

  test.each(['Abbot', 'Robot Smith', 'Talbot'])('takes %s for a person', (name) => {
    expect(isBot(name, 'someone@example.com')).toBe(false)
  })
})

it('loginAt knows the private addresses of GitHub', () => {
  expect(['7+Bo@users.noreply.github.com', 'bo@users.noreply.github.com', 'bo@example.com'].map(loginAt)).toEqual([
    'Bo',
    'bo',
    undefined,
  ])
})
