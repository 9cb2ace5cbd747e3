import { isRst } from '@frontdoor/kit/readmes'
import { type RstFault, rstFaults } from '@frontdoor/markdown/rst/faults'
import { listOf } from '../../host.ts'
import { defineRule, type Rule } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'host/rst-error',
  summary: 'A README in reStructuredText has nothing that docutils warns of, where that keeps it from being shown.',
  why: 'PyPI halts at the first warning of docutils, and refuses the upload: one role of Sphinx, a name that is not defined, an underline that is too short. Nothing shows it before the release, since GitHub renders such a README all the same.',
  severity: 'error',
  rst: true,
  *check({ document, path, showings }) {
    const hosts = showings.map(({ host }) => host).filter(({ rst }) => rst?.strict)
    if (!isRst(path) || hosts.length === 0) return
    const groups = new Map<string, RstFault[]>()
    for (const fault of rstFaults(document.source)) {
      const key = `${fault.kind} ${fault.name}`
      groups.set(key, [...(groups.get(key) ?? []), fault])
    }
    for (const [at, ...others] of groups.values() as Iterable<[RstFault, ...RstFault[]]>) {
      const more = others.length > 0 ? ` (and ${others.length} more)` : ''
      const titles = listOf(hosts.map(({ title }) => title))
      yield {
        at,
        message: `${says[at.kind](at.name)}${more}; as it is, the README is not shown on ${titles} at all`,
        hosts: hosts.map(({ name }) => name),
      }
    }
  },
})

const says: Readonly<Record<RstFault['kind'], (name: string) => string>> = {
  directive: (name) => `docutils has no directive "${name}", perhaps it is one of Sphinx: write what it would show`,
  role: (name) => `docutils has no role ":${name}:", perhaps it is one of Sphinx: write a link, or \`\`code\`\``,
  option: (name) => `"${name.split(' ')[0]}" has no option "${name.split(' ')[1]}" in docutils: take it out`,
  disabled: (name) => `The directive "${name}" is switched off here: write what it would show`,
  target: (name) => `"${name}" leads nowhere: add ".. _${name}: https://…", or write "\\_" if no link is meant`,
  ambiguous: (name) => `Several headings are called "${name}": put a target of its own above the one that is meant`,
  substitution: (name) =>
    `Nothing is defined for |${name}|: add ".. |${name}| replace:: …", or write "\\|" if a sign is meant`,
  anonymous: () => 'There are not as many addresses behind "__" as references that end with it: give each one its own',
  duplicate: (name) => `"${name}" leads to another address already: end this link with "__" instead of "_"`,
  underline: () => 'The line below this title is shorter than the title: make it as long',
  overline: () => 'This line stands above a title, and no line like it below: make both the same',
  level: (name) =>
    `"${name.trim()}" is more than one level deeper than the heading above it: underline it with the sign of the level between`,
  open: (name) => `${name} opens something here that nothing closes: close it, or write "\\" before it`,
  indent: () => 'A line here starts further in than the one above it: align both, or put a blank line between',
  unindent: () => 'This line starts further out than the one above it: put a blank line between, or align both',
}
