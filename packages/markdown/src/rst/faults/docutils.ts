/** What docutils 0.22 knows by name (docutils/parsers/rst/directives, roles.py and languages/en.py, read 2026-11-26). */

const usual = ['class', 'name']
const code = [...usual, 'force', 'number-lines']
const picture = [...usual, 'align', 'alt', 'height', 'loading', 'scale', 'target', 'width']
const numbering = ['depth', 'prefix', 'start', 'suffix']
const rows = [...usual, 'align', 'header-rows', 'stub-columns', 'width', 'widths']

/** The options of each directive; undefined where it reads what stands there otherwise. */
export const directives: ReadonlyMap<string, readonly string[] | undefined> = new Map(
  Object.entries({
    ...Object.fromEntries(
      ['admonition', 'attention', 'caution', 'danger', 'error', 'hint', 'important', 'note', 'tip', 'warning'].map(
        (name) => [name, usual],
      ),
    ),
    class: undefined,
    code,
    'code-block': code,
    compound: usual,
    container: ['name'],
    contents: ['backlinks', 'class', 'depth', 'local'],
    'csv-table': [...rows, 'delim', 'encoding', 'escape', 'file', 'header', 'keepspace', 'quote', 'url'],
    date: undefined,
    'default-role': undefined,
    epigraph: undefined,
    figure: [...picture, 'figclass', 'figname', 'figwidth'],
    footer: undefined,
    header: undefined,
    highlights: undefined,
    image: picture,
    include: undefined,
    'line-block': usual,
    'list-table': rows,
    math: usual,
    meta: undefined,
    'parsed-literal': usual,
    'pull-quote': undefined,
    raw: undefined,
    replace: undefined,
    'restructuredtext-test-directive': undefined,
    role: undefined,
    rubric: usual,
    'section-numbering': numbering,
    sectnum: numbering,
    sidebar: [...usual, 'subtitle'],
    sourcecode: code,
    table: [...usual, 'align', 'width', 'widths'],
    'target-notes': usual,
    title: undefined,
    topic: usual,
    unicode: undefined,
  }),
)

/** Roles, in lower case. */
export const roles: ReadonlySet<string> = new Set(
  `ab abbreviation ac acronym code emphasis literal math pep pep-reference rfc rfc-reference strong sub subscript sup superscript t title
  title-reference`.split(/\s+/),
)
