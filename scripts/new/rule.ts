import type { GeneratedFile } from '../generate/generator.ts'

/**
 * The files of a new rule of readme-lint: the rule, which already finds something, and fixtures that it fires on once,
 * twice and not at all.
 *
 * @param name `group/name`, kebab-case
 */
export function ruleFiles(name: string): readonly GeneratedFile[] {
  const fixtures = `packages/readme-lint/fixtures/${name}`
  return [
    { path: `packages/readme-lint/src/rules/${name}.ts`, text: ruleSource(name) },
    ...Object.entries(cases).flatMap(([title, readme]) => [
      { path: `${fixtures}/${title}/README.md`, text: readme },
      { path: `${fixtures}/${title}/package.json`, text: manifest },
    ]),
  ]
}

/** What to do with the files, for the terminal. */
export function ruleSteps(name: string): readonly string[] {
  return [
    `Say in packages/readme-lint/src/rules/${name}.ts what the rule looks for, and why a maintainer should care.`,
    `Make the READMEs in packages/readme-lint/fixtures/${name} look like real ones: fires, silent and two are the least.`,
    'Write beside each, for a fix, the mended README (fixed.md).',
    'npm run generate   writes the list of rules and docs/rules/.',
    'npm test           runs every fixture through the command, and writes what it prints (expected.txt) where that is missing: read it.',
  ]
}

function ruleSource(name: string): string {
  return `import type { Rule } from '../../rule.ts'

/** TODO: what it finds, and where a fact in it comes from. */
export const rule: Rule = {
  name: '${name}',
  summary: 'TODO: what it asks for, in one line',
  why: 'TODO: what a reader misses without it, and where.',
  severity: 'warning',
  options: {},
  *check({ document }) {
    for (const section of document.sections) {
      if (section.title !== 'TODO') continue
      yield { at: section, message: 'The heading says TODO; name what the section is about, or take it out' }
    }
  },
}
`
}

const cases: Readonly<Record<string, string>> = {
  fires: '# Larder\n\n## TODO\n\nText.\n',
  silent: '# Larder\n\n## Install\n\nText.\n',
  two: '# Larder\n\n## TODO\n\nText.\n\n## Install\n\nText.\n\n## TODO\n\nText.\n',
}

const manifest = `${JSON.stringify(
  { name: 'larder', version: '1.0.0', license: 'MIT', repository: 'github:octo-org/larder' },
  undefined,
  2,
)}\n`
