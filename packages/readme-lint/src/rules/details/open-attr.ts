import { defineRule, type Rule } from '../../rule.ts'
import { attributeState, tagState } from '../../shown/html-filter.ts'
import { tellOnce } from '../../shown/lost.ts'

export const rule: Rule = defineRule({
  name: 'details/open-attr',
  summary: 'What a `<details open>` shows need not be seen at once, where a host closes it.',
  why: 'PyPI, crates.io, Hex, JSR and the VS Code Marketplace keep collapsible sections and drop `open`, so what is open on GitHub is closed there. What everybody should see stands better outside.',
  severity: 'info',
  *check({ document, showings }) {
    const opened = document.tags.filter(
      ({ name, kind, attributes }) =>
        name === 'details' && kind === 'open' && attributes.some((one) => one.name === 'open'),
    )
    const hosts = showings
      .map(({ host }) => host)
      .filter(
        (host) =>
          tagState(host, 'details') === 'kept' &&
          opened.some((tag) => attributeState(host, tag, { name: 'open', value: '' }) === 'dropped'),
      )
    if (hosts.length === 0) return
    yield tellOnce({ hosts, places: opened }, document, ({ where, more }) => ({
      message: `On ${where} this <details open> is closed${more}: what everybody should see stands better outside`,
    }))
  },
})
