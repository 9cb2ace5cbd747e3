/** What docutils 0.23 knows by name, which PyPI runs (docutils/parsers/rst/directives, roles.py and languages/en.py; pypi/warehouse, requirements/main.txt of 2026-08-21; read 2026-11-27). */

/** What a directive may have. */
export interface DirectiveForm {
  /** Absent where it reads what stands there otherwise. */
  readonly options?: readonly string[]
  /** Text behind its name: none, which makes it a part of the content; a `word`; any; or it `must` have one. */
  readonly argument: 'none' | 'word' | 'any' | 'must'
  readonly content: 'none' | 'any' | 'must'
  /** It stands at the top level only, or in the definition of a name only. */
  readonly place?: 'top' | 'definition'
}

const usual = ['class', 'name']
const picture = [...usual, 'align', 'alt', 'height', 'loading', 'scale', 'target', 'width']
const numbering = ['depth', 'prefix', 'start', 'suffix']
const rows = [...usual, 'align', 'header-rows', 'stub-columns', 'width', 'widths']

const box: DirectiveForm = { options: usual, argument: 'none', content: 'must' }
const code: DirectiveForm = { options: [...usual, 'number-lines'], argument: 'word', content: 'must' }
const part: DirectiveForm = { argument: 'none', content: 'must' }
const sections: DirectiveForm = { options: numbering, argument: 'none', content: 'none' }
const free: DirectiveForm = { argument: 'any', content: 'any' }

export const directives: ReadonlyMap<string, DirectiveForm> = new Map(
  Object.entries<DirectiveForm>({
    ...Object.fromEntries(
      ['attention', 'caution', 'danger', 'error', 'hint', 'important', 'note', 'tip', 'warning'].map((name) => [
        name,
        box,
      ]),
    ),
    admonition: { ...box, argument: 'must' },
    class: { argument: 'must', content: 'any' },
    code,
    'code-block': code,
    compound: box,
    container: { options: ['name'], argument: 'any', content: 'must' },
    contents: { options: ['backlinks', 'class', 'depth', 'local'], argument: 'any', content: 'none', place: 'top' },
    'csv-table': {
      options: [...rows, 'delim', 'encoding', 'escape', 'file', 'header', 'keepspace', 'quote', 'url'],
      argument: 'any',
      content: 'must',
    },
    date: { argument: 'none', content: 'any', place: 'definition' },
    'default-role': { argument: 'word', content: 'none' },
    epigraph: part,
    figure: { options: [...picture, 'figclass', 'figname', 'figwidth'], argument: 'must', content: 'any' },
    footer: part,
    header: part,
    highlights: part,
    image: { options: picture, argument: 'must', content: 'none' },
    include: free,
    'line-block': box,
    'list-table': { options: rows, argument: 'any', content: 'must' },
    math: box,
    meta: part,
    'parsed-literal': box,
    'pull-quote': part,
    raw: free,
    replace: { ...part, place: 'definition' },
    'restructuredtext-test-directive': free,
    role: { argument: 'none', content: 'any' },
    'rst-class': { argument: 'must', content: 'any' },
    rubric: { options: usual, argument: 'must', content: 'none' },
    'section-numbering': sections,
    sectnum: sections,
    sidebar: { options: [...usual, 'subtitle'], argument: 'any', content: 'must', place: 'top' },
    sourcecode: code,
    table: { options: [...usual, 'align', 'width', 'widths'], argument: 'any', content: 'must' },
    'target-notes': { options: ['class'], argument: 'none', content: 'none' },
    title: { argument: 'must', content: 'none' },
    topic: { options: usual, argument: 'must', content: 'must', place: 'top' },
    unicode: { options: ['ltrim', 'rtrim', 'trim'], argument: 'must', content: 'none', place: 'definition' },
  }),
)

const measure = String.raw`(?:\d+\.?\d*|\.\d+) *(?:em|ex|ch|rem|vw|vh|vmin|vmax|cm|mm|Q|in|pt|pc|px`
const length = new RegExp(`^${measure})?$`)
const share = new RegExp(`^${measure}|%)?$`)
const count = /^\+?\d+$/
const flag = /^$/
const something = /\S/
const integer = /^[+-]?\d+$/
const classes = /^(?:\S*[a-z]\S*\s*)+$/i
const numbers = /^[1-9]\d*(?:(?:\s*,\s*|\s+)[1-9]\d*)*$/

/** What options must look like; `align` depends on what it aligns. */
export const values: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    ...{
      backlinks: /^(?:top|entry|none)$/i,
      class: classes,
      depth: integer,
      figclass: classes,
      figwidth: /^image$|^[\d.]/i,
    },
    ...{ 'header-rows': count, height: length, keepspace: flag, loading: /^(?:embed|link|lazy)$/i, local: flag },
    ...{ ltrim: flag, 'number-lines': /^[+-]?\d*$/, prefix: something, rtrim: flag, scale: /^\+?\d+[ %]*$/ },
    ...{ start: integer, 'stub-columns': count, subtitle: something, suffix: something, target: something, trim: flag },
    ...{ width: share, widths: new RegExp(`^(?:auto|grid)$|${numbers.source}`) },
  }),
)

const sideways = 'left|center|right'
const upright = 'top|middle|bottom'

/** The values of `align`: in a line of text, an image can only be moved up and down. */
export function alignments(directive: string, isDefinition: boolean): RegExp {
  const all = isDefinition ? upright : directive === 'image' ? `${upright}|${sideways}` : sideways
  return new RegExp(`^(?:${all})$`, 'i')
}

/** Roles, in lower case. */
export const roles: ReadonlySet<string> = new Set(
  `ab abbreviation ac acronym code emphasis literal math pep pep-reference rfc rfc-reference strong sub subscript sup superscript t title
  title-reference`.split(/\s+/),
)
