import { lazily } from '@frontdoor/kit/cache/lazily'

/** What a filter lets through. Names are lower case. */
export interface HtmlList {
  readonly tags: ReadonlySet<string>
  /** Attributes by element; those under `*` may stand on every element. */
  readonly attributes: ReadonlyMap<string, ReadonlySet<string>>
  /** What the value of an attribute must match to stay, by `element attribute`, or `* attribute` for every element. */
  readonly values: ReadonlyMap<string, RegExp>
  /** Schemes that an address may have, by attribute; an attribute that is not here may have any. */
  readonly schemes: ReadonlyMap<string, ReadonlySet<string>>
  /** Elements that vanish with all that is in them; of others the text stays. */
  readonly emptied: ReadonlySet<string>
  /** Elements whose tags are shown as text, before any list is asked. */
  readonly escaped: ReadonlySet<string>
  /** Elements of which the reports contradict each other, or that stay under conditions that a README does not tell. */
  readonly disputed: ReadonlySet<string>
}

/** A list as it is written: names with white space between them; several elements may share a key of `attributes`. */
export interface HtmlListSource {
  readonly tags?: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly values?: Readonly<Record<string, RegExp>>
  readonly schemes?: Readonly<Record<string, string>>
  readonly emptied?: string
  readonly escaped?: string
  readonly disputed?: string
}

/** Makes a list, or adds to another one: when it is first looked at, since a run asks few of all hosts. */
export function htmlList(source: HtmlListSource, base?: HtmlList): HtmlList {
  const list = lazily(() => readList(source, base))
  return {
    get tags() {
      return list().tags
    },
    get attributes() {
      return list().attributes
    },
    get values() {
      return list().values
    },
    get schemes() {
      return list().schemes
    },
    get emptied() {
      return list().emptied
    },
    get escaped() {
      return list().escaped
    },
    get disputed() {
      return list().disputed
    },
  }
}

function readList(source: HtmlListSource, base: HtmlList | undefined): HtmlList {
  return {
    tags: union(base?.tags, source.tags),
    attributes: unions(base?.attributes, source.attributes),
    values: new Map([...(base?.values ?? []), ...Object.entries(source.values ?? {})]),
    schemes: unions(base?.schemes, source.schemes),
    emptied: union(base?.emptied, source.emptied),
    escaped: union(base?.escaped, source.escaped),
    disputed: union(base?.disputed, source.disputed),
  }
}

/** True where an attribute with this value stays on an element that stays. */
export function allowsAttribute({ attributes, values }: HtmlList, element: string, attribute: HtmlValue): boolean {
  const key = [element, '*'].find((one) => names(attributes.get(one), attribute.name))
  return key !== undefined && (values.get(`${key} ${attribute.name}`)?.test(attribute.value) ?? true)
}

interface HtmlValue {
  readonly name: string
  readonly value: string
}

/** `data-*` and `aria-*` stand for all of their kind. */
function names(allowed: ReadonlySet<string> | undefined, name: string): boolean {
  if (allowed === undefined) return false
  return allowed.has(name) || (/^(?:aria|data)-/.test(name) && allowed.has(`${name.slice(0, 5)}*`))
}

/** The words of a text. */
export function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

function union(base: ReadonlySet<string> = new Set(), text = ''): Set<string> {
  return new Set([...base, ...words(text)])
}

function unions(
  base: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
  lists: Readonly<Record<string, string>> = {},
): Map<string, ReadonlySet<string>> {
  const merged = new Map(base)
  for (const [keys, text] of Object.entries(lists))
    for (const key of words(keys)) merged.set(key, union(merged.get(key), text))
  return merged
}
