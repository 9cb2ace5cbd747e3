import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Link } from '@frontdoor/markdown/links'
import { accountOf } from '../../readme/sponsors.ts'
import { defineRule, type Rule } from '../../rule.ts'

/** Platforms whose addresses are an account right behind the host, as FUNDING.yml names them. */
const accounts: Readonly<Record<string, RegExp>> = {
  github: /^github\.com\/sponsors\/([\w.-]+)$/,
  patreon: /^patreon\.com\/([\w.-]+)$/,
  open_collective: /^opencollective\.com\/([\w.-]+)(?:\/(?:donate|contribute|order.*))?$/,
  ko_fi: /^ko-fi\.com\/([\w.-]+)$/,
  liberapay: /^liberapay\.com\/([\w.-]+)(?:\/donate)?$/,
  buy_me_a_coffee: /^(?:buymeacoffee\.com|buymeacoff\.ee)\/([\w.-]+)$/,
  polar: /^polar\.sh\/([\w.-]+)$/,
  thanks_dev: /^thanks\.dev\/(.+)$/,
}

export const rule: Rule = defineRule({
  name: 'sponsor/mismatch',
  summary: 'The README asks for money for the accounts that FUNDING.yml names.',
  why: 'Accounts are renamed and maintainers change; then the button on the forge and the link in the README pay different people. Only an account on a platform that FUNDING.yml has with other accounts is reported, and only where the README names one of that platform: lists of people have many.',
  severity: 'warning',
  rst: true,
  *check({ document, project }) {
    for (const [platform, pattern] of Object.entries(accounts)) {
      const expected = project.funding.filter((one) => one.platform === platform)
      const [first] = expected
      if (!first) continue
      const links = linksTo(document, pattern)
      const found = new Map(links.map((link) => [accountIn(link.url, pattern), link]))
      const [[account, link] = []] = found
      const known = expected.map(({ url }) => accountIn(url, pattern))
      // An address of another form (`github.com/ada/tea?sponsor=1`) may well be the same account.
      if (found.size !== 1 || !link || known.includes(account) || known.includes(undefined)) continue
      yield {
        at: link.urlAt,
        message: `Asks to pay ${link.url}, where FUNDING.yml has ${first.url}: correct one of them`,
      }
    }
  },
})

function linksTo({ links }: MarkdownDocument, pattern: RegExp): Link[] {
  return links.filter(
    ({ image, kind, url }) => !image && kind !== 'definition' && accountIn(url, pattern) !== undefined,
  )
}

/** Pages of the platforms' own, and those that name an account in their query: `patreon.com/bePatron?u=1`. */
const pages =
  /^(?:about|account|bepatron|dashboard|discover|explore|home|login|memberships|pledges|search|settings|signup|user)$/

/** Ko-fi's buttons lead to a page by its number, as `J3J6BBZAW`, whatever its account is called. */
const numberOfPage = /^ko-fi\.com\/([a-z])\d\1\d[a-z\d]{3,}$/

function accountIn(url: string, pattern: RegExp): string | undefined {
  const address = accountOf(url)
  const account = pattern.exec(address)?.[1]
  return account === undefined || pages.test(account) || numberOfPage.test(address) ? undefined : account
}
