import { readFileSync, writeFileSync } from 'node:fs'
import { repository, type TestCommit } from '@frontdoor/kit/testing-history'
import { describe, expect, test } from 'vitest'
import { changelogGen } from './run.ts'

const commits: readonly TestCommit[] = [
  { message: 'feat(api)!: hold <b> a cup @everyone (#3)\n\nBREAKING CHANGE: use *two*\nhands', tags: ['v1.0.0'] },
  { message: 'fix: {{ 1 }} [x](y:1)', author: 'A *B* <a@example.com>' },
]

const template = `{% if breaking.size > 0 -%}
Read this: {% for entry in breaking %}{{ entry.breaking_note }}{% endfor %}

{% endif -%}
{% for section in sections -%}
### {{ section.title }}

{% for entry in section.entries -%}
- {% if entry.scope %}{{ entry.scope }} | {% endif %}{{ entry.text }} | {{ entry.pr_url }} | {{ entry.authors | map: "name" | join }}
{% endfor %}
{% endfor -%}
`

const config = { 'frontdoor.yml': 'changelog-gen: { template: t/a.liquid }', 't/a.liquid': template }

const oldest =
  'Read this: use \\*two\\* hands\n\n### Added\n\n- api | hold `<b>` a cup `@everyone` | https://github.com/o/r/pull/3 | Ada\n'

describe('a template', () => {
  test('makes the text of releases, in which titles are text, and edits by hand stay', async () => {
    const made = await repository(commits, config)
    const text = () => readFileSync(made.join('CHANGELOG.md'), 'utf8')
    await changelogGen(made, [])
    expect(text()).toContain(`## [Unreleased]\n\n### Fixed\n\n- \`{{ 1 }}\` \\[x]\\(y:1) |  | A \\*B\\*\n\n<!--`)
    expect(text()).toContain(`\n\n${oldest}\n`)
    writeFileSync(made.join('CHANGELOG.md'), text().replace('\\[x]\\(y:1)', 'something'))
    expect(await changelogGen(made, ['--check'])).toMatchObject({ code: 0 })
    expect((await changelogGen(made, ['notes', '--unreleased'])).stdout).toContain('`{{ 1 }}` something')
  })

  test('makes notes for once, whatever the changelog says', async () => {
    const made = await repository(commits, { 'a.liquid': template, 'CHANGELOG.md': '# C\n\n## 1.0.0\n\nMine.\n' })
    expect((await changelogGen(made, ['notes', 'v1.0.0'])).stdout).toBe('Mine.\n')
    expect((await changelogGen(made, ['notes', 'v1.0.0', '--template', 'a.liquid'])).stdout).toBe(oldest)
  })

  test.each<[string, string]>([
    [
      '{{ version }} {{ tag }} {{ date }} {{ previous }} {{ commits }} {{ prerelease }}',
      '1.0.0 v1.0.0 2025-01-01  1 false',
    ],
    ['{{ repository.owner }}/{{ repository.name }} {{ package }}', 'o/r'],
    [
      '{{ sections[0].entries[0].line }}',
      '**Breaking:** **api:** Hold `<b>` a cup `@everyone` ([#3](https://github.com/o/r/pull/3))',
    ],
    ['{{ contributors | map: "name" | join }} {{ sections[0].entries[0].type }}', 'Ada feat'],
  ])('%s says %j', async (text, expected) => {
    const made = await repository(commits, { 'a.liquid': text })
    expect(await changelogGen(made, ['notes', 'v1.0.0', '--template', 'a.liquid'])).toEqual({
      code: 0,
      stderr: '',
      stdout: `${expected}\n`,
    })
  })

  test.each<[string, string, string]>([
    ['includes another', '{% include "a.liquid" %}', 'a.liquid:1:1: no other template can be included'],
    ['reads a file', 'x\n{% render "/etc/passwd" %}', 'a.liquid:2:1: no other template can be included'],
    ['has a layout', '{% layout "frontdoor.yml" %}', 'a.liquid:1:1: no other template can be included'],
    ['names nothing', ' {{ nope }}', 'a.liquid:1:5: undefined variable: nope'],
    ['reaches for code', '{{ version.constructor }}', 'a.liquid:1:4: undefined variable: version.constructor'],
    ['is no template', '{% if %}', 'a.liquid:1:6: '],
    ['knows no filter', '{{ tag | run }}', 'a.liquid:1:1: undefined filter: run'],
    ['counts to a billion', '{% for i in (1..1000000000) %}{% endfor %}', 'a.liquid:1:1: memory alloc limit exceeded'],
    [
      'grows without end',
      '{% assign a = "xxxxxxxxxx" %}{% for i in (1..99) %}{% assign a = a | append: a %}{% endfor %}',
      'limit exceeded',
    ],
    ['is endless itself', 'x'.repeat(200_000), 'limit exceeded'],
  ])('that %s is refused with its place', async (_, text, message) => {
    const made = await repository(commits, { 'a.liquid': text })
    const ran = await changelogGen(made, ['notes', 'v1.0.0', '--template', 'a.liquid'])
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain(message)
  })

  test('that is not there, or outside of the repository, is refused', async () => {
    const made = await repository(commits, {})
    for (const path of ['none.liquid', '/etc/passwd'])
      expect(await changelogGen(made, ['notes', '--template', path])).toMatchObject({ code: 2, stdout: '' })
  })

  test('that the config names and that is not there is told with its place', async () => {
    const made = await repository(commits, { 'frontdoor.yml': 'changelog-gen: { template: t/no.liquid }' })
    const { code, stderr } = await changelogGen(made, ['--check'])
    expect([code, stderr]).toEqual([2, 'changelog-gen: there is no file t/no.liquid (frontdoor.yml:1:28)\n'])
  })
})
