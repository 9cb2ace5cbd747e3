import type { Range } from '@frontdoor/markdown/edit'
import type { HtmlTag } from '@frontdoor/markdown/html'
import type { Element } from 'hast'

/** Where an element of a rendered tree comes from: a range of the README. */
export interface Origin extends Range {
  readonly tagName: string
  /** Written as a tag, not in Markdown. */
  readonly html: boolean
  /** Where that tag stands. */
  readonly inside?: HtmlTag['inside']
  /** Made for footnotes: its id is not that of a heading, and its link leads to another such id. */
  readonly footnote?: { readonly id?: string }
}

/**
 * Knows the origins of elements by a number in an attribute of each, which the parser of HTML and a filter leave alone. No README
 * can have that attribute, since it is chosen to be not in its source.
 */
export class Origins {
  /** Name of the attribute, and of the stand-ins for what a host drops. */
  readonly name: string
  /** The same, as hast names it. */
  readonly property: string
  readonly #origins: Origin[] = []

  constructor(source: string) {
    let run = 'o'
    for (const [, taken = ''] of source.matchAll(/data-(o+)/gi))
      if (taken.length >= run.length) run = `${taken}o`.toLowerCase()
    this.name = `data-${run}`
    this.property = `dataO${run.slice(1)}`
  }

  /** Value of the attribute of an element with this origin. */
  add(origin: Origin): string {
    return String(this.#origins.push(origin) - 1)
  }

  of({ properties }: Element): Origin | undefined {
    return this.#origins[Number(properties[this.property] ?? -1)]
  }
}
