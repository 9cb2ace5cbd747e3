import { describe, expect, test } from 'vitest'
import { type DraftFacts, planDraft } from '../../src/draft/plan.ts'
import type { DraftSettings } from '../../src/draft/settings.ts'
import { readPullRequest } from '../../src/forge/pull-request.ts'
import { importReleaseDrafter } from '../../src/import/release-drafter.ts'
import { merged, released } from './server.ts'

type Pull = DraftFacts['pulls'][number]

function pull(number: number, title: string, more: Partial<Pull> = {}): Pull {
  const node = merged(number, title) as { associatedPullRequests: { nodes: unknown[] } }
  return { ...(readPullRequest(node.associatedPullRequests.nodes[0]) as Pull), ...more }
}

const noFacts: DraftFacts = {
  owner: 'o',
  repository: 'tea',
  server: 'https://github.com',
  previous: { id: 1, tag: 'v1.0.0', name: 'v1.0.0', body: '', url: '', ...released('v1.0.0') } as never,
  commits: [],
  pulls: [],
  paths: new Map(),
  newcomers: new Set(),
  target: 'main',
  matches: () => false,
}

function bodyOf(pulls: readonly Pull[], settings: DraftSettings, newcomers: readonly string[] = []): string {
  const facts: DraftFacts = { ...noFacts, pulls, newcomers: new Set(newcomers) }
  return planDraft(facts, { change: '* $TITLE', ...settings }).body
}

describe('the text of a draft', () => {
  test.each(['ascending', 'descending'] as const)('puts a pull request without a date last, %s', (direction) => {
    const pulls = [pull(1, 'Undated', { mergedAt: '' }), pull(2, 'Two'), pull(3, 'Three')]
    const lines = direction === 'ascending' ? ['Two', 'Three'] : ['Three', 'Two']
    expect(bodyOf(pulls, { body: '$CHANGES', direction })).toBe(
      [...lines, 'Undated'].map((one) => `* ${one}`).join('\n'),
    )
  })

  test('is replaced in before versions are filled in, and a title still names none', () => {
    const settings = { body: '$CHANGES in NEXT', replace: [{ search: 'NEXT', by: '$$RESOLVED_VERSION' }] }
    expect(bodyOf([pull(1, 'Say $RESOLVED_VERSION')], settings)).toBe('* Say $RESOLVED_VERSION in 1.0.1')
    expect(bodyOf([], { body: '$RESOLVED_VERSION', replace: [{ search: '/\\d/g', by: 'x' }] })).toBe('1.0.1')
  })

  test('has a notice where there is no release before, between text and footer', () => {
    const facts = { ...noFacts, previous: undefined }
    const { draft } = importReleaseDrafter({ template: 'Text\n', footer: 'End' }).settings
    const { body } = planDraft(facts, draft)
    expect(body.split('\n---\n')).toEqual(['Text\n', expect.stringContaining('for `o/tea`'), 'End'])
    expect(bodyOf([], draft)).toBe('Text\nEnd')
  })

  test('does not welcome somebody for a second pull request', () => {
    const settings = { body: '$NEW_CONTRIBUTORS', exclude: [{ label: ['skip'] }] }
    const [first, second] = [pull(1, 'One', { labels: ['skip'] }), pull(2, 'Two')]
    expect(bodyOf([second, first], settings, ['ada'])).toBe('* No new contributors')
    expect(bodyOf([second], settings, ['ada'])).toBe('* @ada made their first contribution in #2')
  })
})
