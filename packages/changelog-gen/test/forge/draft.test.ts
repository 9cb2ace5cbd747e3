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
  test.each(['ascending', 'descending'] as const)(
    'takes a pull request without a date for the newest, %s',
    (direction) => {
      const pulls = [pull(1, 'Undated', { mergedAt: '' }), pull(2, 'Two'), pull(3, 'Three')]
      const lines = ['Two', 'Three', 'Undated'].map((one) => `* ${one}`)
      expect(bodyOf(pulls, { body: '$CHANGES', direction })).toBe(
        (direction === 'ascending' ? lines : lines.reverse()).join('\n'),
      )
    },
  )

  test('has nothing where release-drafter was told to write nothing', () => {
    const { draft } = importReleaseDrafter({
      template: 'A$CHANGES|$CONTRIBUTORS|$NEW_CONTRIBUTORS|',
      'category-template': '',
      'no-changes-template': '',
      'no-contributors-template': '',
      'no-new-contributor-template': '',
      'change-author-template': '',
      'tag-prefix': '',
      categories: [{ title: 'Cups', label: 'cup' }],
    }).settings
    expect(bodyOf([], { ...draft, change: '* $TITLE' })).toBe('A|||')
    const cup = pull(1, 'Hold a cup', { labels: ['cup'] })
    expect(bodyOf([cup], { ...draft, change: '* $TITLE $AUTHORS.' })).toBe('A* Hold a cup .|@ada||')
    expect(draft).not.toHaveProperty('tagPrefix')
  })

  test('takes labels in one mode and paths in another', () => {
    const when = { labels: ['cup', 'tea'], paths: ['docs', 'src'], 'paths-mode': 'only' }
    const { settings, notes } = importReleaseDrafter({
      template: '$CHANGES',
      categories: [{ type: 'pre-include', when }],
    })
    const [both, one] = [pull(1, 'Both', { labels: ['cup'] }), pull(2, 'One', { labels: ['cup'] })]
    const paths = new Map([
      [1, ['docs/a.md', 'src/b.ts']],
      [2, ['docs/a.md', 'lib/c.ts']],
    ])
    const matches = (path: string, glob: string) => path.startsWith(glob.replace(/[*{,}/]/g, ''))
    const { body } = planDraft(
      { ...noFacts, pulls: [both, one], paths, matches },
      { ...settings.draft, change: '$TITLE' },
    )
    expect([body, notes]).toEqual(['Both', []])
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
