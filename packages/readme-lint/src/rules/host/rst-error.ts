import { groupBy } from '@frontdoor/kit/group-by'
import { isRst } from '@frontdoor/kit/readme/readmes'
import { type RstFault, rstFaults } from '@frontdoor/markdown/rst/faults'
import { defineRule, type Rule } from '../../rule.ts'
import { andMore, listOf } from '../../wording.ts'

export const rule: Rule = defineRule({
  name: 'host/rst-error',
  summary: 'A README in reStructuredText has nothing that docutils warns of, where that keeps it from being shown.',
  why: 'PyPI halts at the first warning of docutils, and refuses the upload: one role of Sphinx, a name that is not defined, an underline that is too short. Nothing shows it before the release, since GitHub renders such a README all the same.',
  severity: 'error',
  rst: 'fixes',
  *check({ document, path, showings }) {
    const hosts = showings.map(({ host }) => host).filter(({ rst }) => rst?.strict)
    if (!isRst(path) || hosts.length === 0) return
    for (const faults of groupBy(rstFaults(document.source), ({ kind, name }) => `${kind} ${name}`).values()) {
      const [at] = faults
      const edits = faults.flatMap((fault) => fault.edits ?? [])
      const titles = listOf(hosts.map(({ title }) => title))
      yield {
        at,
        message: `${says[at.kind](at.name)}${andMore(faults)}; as it is, the README is not shown on ${titles} at all`,
        hosts: hosts.map(({ name }) => name),
        ...(edits.length > 0 && { fix: { safe: true, edits } }),
      }
    }
  },
})

const says: Readonly<Record<RstFault['kind'], (name: string) => string>> = {
  directive: (name) => `docutils has no directive "${name}", perhaps it is one of Sphinx: write what it would show`,
  role: (name) => `docutils has no role ":${name}:", perhaps it is one of Sphinx: write a link, or \`\`code\`\``,
  option: (name) => `"${name.split(' ')[0]}" has no option "${name.split(' ')[1]}" in docutils: take it out`,
  value: (name) =>
    `":${name.split(' ')[0]}:" cannot be "${name.slice(name.indexOf(' ') + 1)}": correct it, or take it out`,
  stray: (name) =>
    `This line among the options of "${name}" is none, or there twice: put a blank line above it, or take it out`,
  argument: (name) => `The directive "${name}" lacks what must stand behind "::": add it`,
  word: (name) => `Behind "${name}::" there may be one word: put the rest below, behind a blank line`,
  content: (name) =>
    `The directive "${name}" takes nothing below it: align this with what is around, behind a blank line`,
  empty: (name) => `Nothing stands in the directive "${name}": indent what belongs to it, or take it out`,
  outside: (name) => `The directive "${name}" is for ".. |name| ${name}::" only: write the text itself`,
  inside: (name) => `The directive "${name}" stands within something else: move it out to the left border`,
  disabled: (name) => `The directive "${name}" is switched off here: write what it would show`,
  target: (name) => `"${name}" leads nowhere: add ".. _${name}: https://…", or write "\\_" if no link is meant`,
  ambiguous: (name) =>
    `Several headings or links are called "${name}": put a target of its own above the one that is meant, or write the address`,
  substitution: (name) =>
    `Nothing is defined for |${name}|: add ".. |${name}| replace:: …", or write "\\|" if a sign is meant`,
  anonymous: () => 'There are not as many addresses behind "__" as references that end with it: give each one its own',
  duplicate: (name) => `"${name}" leads to another place already: give this one another name`,
  twice: (name) => `|${name}| is defined already: give this one another name, or take it out`,
  underline: () => 'The line below this title is shorter than the title: make it as long',
  overline: () => 'This line stands above a title, and no line like it below: make both the same',
  level: (name) =>
    `"${name.trim()}" is more than one level deeper than the heading above it: underline it with the sign of the level between`,
  open: (name) => `${name} opens something here that nothing closes: close it, or write "\\" before it`,
  indent: () => 'A line here starts further in than the one above it: align both, or put a blank line between',
  table: (name) => `This table is drawn wrongly: ${name}; make its lines and columns fit`,
  literal: () => 'Behind "::" comes code, and here is none: indent it, behind a blank line, or write one colon',
  transition: () => 'This line stands between two texts, and one of them is missing: take it out',
  unindent: () => 'This line starts further out than the one above it: put a blank line between, or align both',
}
