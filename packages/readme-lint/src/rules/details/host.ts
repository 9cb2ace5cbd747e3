import type { Finding } from '@frontdoor/markdown/finding'
import type { State } from '../../host.ts'
import { defineRule, type Rule, type RuleContext } from '../../rule.ts'
import { tagState } from '../../shown/html-filter.ts'
import { tellOnce } from '../../shown/lost.ts'

export const rule: Rule = defineRule({
  name: 'details/host',
  summary: 'Every host of this README can collapse its `<details>`.',
  why: 'NuGet shows the tags as text; Artifact Hub and docs.rs leave them out and show all that was to be hidden. A link to a page of its own works everywhere.',
  severity: 'info',
  *check(context) {
    yield* collapsed(context, 'literal', 'the tags of this collapsible section are shown as text')
    yield* collapsed(context, 'dropped', 'this section cannot be collapsed and is shown whole')
  },
})

function* collapsed({ document, showings }: RuleContext, state: State, effect: string): Generator<Finding> {
  const hosts = showings.map(({ host }) => host).filter((host) => tagState(host, 'details') === state)
  const places = hosts.length > 0 ? document.tags.filter(({ name, kind }) => name === 'details' && kind === 'open') : []
  if (places.length === 0) return
  yield tellOnce({ hosts, places }, document, ({ where, more }) => ({
    message: `On ${where} ${effect}${more}: link to a page of its own`,
  }))
}
