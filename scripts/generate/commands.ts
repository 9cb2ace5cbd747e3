import { program as badgeSync } from '../../packages/badge-sync/src/program.ts'
import { program as changelogGen } from '../../packages/changelog-gen/src/program.ts'
import {
  type Command,
  type Example,
  type Flag,
  type FlagTable,
  flagName,
  type Program,
  runnerFlags,
} from '../../packages/kit/src/cli/command.ts'
import { meanings, sentence } from '../../packages/kit/src/cli/help.ts'
import { program as readmeLint } from '../../packages/readme-lint/src/program.ts'
import type { GeneratedFile } from './generator.ts'
import { concerning, type Surrounding, surroundingFiles, surroundingVariables } from './surroundings.ts'

/** A page for each command, and nothing else. */
export const folders: readonly string[] = ['docs/commands']

/** A page for each command of each tool, from what its command line is made of, and an index. */
export async function files(): Promise<readonly GeneratedFile[]> {
  const pages = [readmeLint, changelogGen, badgeSync].flatMap(pagesOf)
  return [
    { path: 'docs/commands/README.md', text: indexPage(pages) },
    ...pages.map((page) => ({ path: `docs/commands/${fileOf(page)}`, text: pageText(page, pages) })),
  ]
}

/** A command as a page shows it. */
interface Page {
  readonly tool: string
  /** As it is typed: `readme-lint hosts`. */
  readonly title: string
  readonly summary: string
  readonly command: Omit<Command, 'run' | 'name' | 'summary'>
  readonly commands: number
}

function pagesOf({ name, summary, main, commands = [] }: Program): readonly Page[] {
  const first = { tool: name, title: name, summary, command: main ?? { flags: {} }, commands: commands.length }
  const others = commands.map((command) => ({
    tool: name,
    title: `${name} ${command.name}`,
    summary: sentence(command.summary),
    command,
    commands: 0,
  }))
  return [first, ...others]
}

function fileOf({ title }: Page): string {
  return `${title.replace(' ', '-')}.md`
}

function indexPage(pages: readonly Page[]): string {
  const tools = [...new Set(pages.map(({ tool }) => tool))]
  const sections = tools.map((tool) => {
    const rows = pages.filter((page) => page.tool === tool).map((page) => [link(page), cell(page.summary)])
    return `## ${tool}\n\n${table(['Command', 'What it does'], rows)}`
  })
  return `${note('the command lines of the tools')}

# Commands

What stands here is what \`--help\` says, with defaults, files and environment. \`TOOL completions SHELL\` makes a shell complete it.

${sections.join('\n\n')}
`
}

function pageText(page: Page, pages: readonly Page[]): string {
  const { title, summary, command, tool, commands } = page
  const { arguments: taken, examples = [], epilogue, exitCodes, flags } = command
  const others = pages.filter((other) => other.tool === tool && other !== page)
  const synopsis = [title, '[options]', ...(taken ? [taken] : [])].join(' ')
  const sections: readonly (readonly [heading: string, text: string])[] = [
    ['Synopsis', fence('text', [synopsis, ...(commands > 0 ? [`${title} COMMAND …`] : [])].join('\n'))],
    ['Examples', examples.length > 0 ? fence('sh', exampleLines(examples)) : ''],
    ['Description', epilogue ? escaped(epilogue) : ''],
    ['Options', optionTable(flags, title === tool)],
    [
      'Exit codes',
      exitCodes
        ? table(
            ['Code', 'Means'],
            meanings(exitCodes).map(([code, means]) => [code, cell(means)]),
          )
        : '',
    ],
    ['Files', surroundingTable('File', concerning(tool, surroundingFiles))],
    ['Environment', surroundingTable('Variable', concerning(tool, surroundingVariables))],
    ['See also', [...others.map(link), '[all commands](README.md)'].join(' · ')],
  ]
  const texts = sections.filter(([, text]) => text !== '').map(([heading, text]) => `## ${heading}\n\n${text}`)
  return `${[note(`packages/${tool}/src/program.ts`), `# ${title}`, summary, ...texts].join('\n\n')}\n`
}

function exampleLines(examples: readonly Example[]): string {
  const width = Math.max(...examples.map(([typed]) => typed.length))
  return examples.map(([typed, does]) => `${typed.padEnd(width)}  # ${does}`).join('\n')
}

function optionTable(flags: FlagTable, isMain: boolean): string {
  const own = Object.entries({ ...flags, ...runnerFlags }).map(([key, flag]) => optionRow(key, flag))
  const help = ['`-h`, `--help`', 'show this help', '']
  const version = ['`-V`, `--version`', 'show the version', '']
  return table(['Option', 'What it does', 'Default'], [...own, help, ...(isMain ? [version] : [])])
}

function optionRow(key: string, { short, value, summary, choices, absent }: Flag): readonly string[] {
  const typed = [...(short ? [`\`-${short}\``] : []), `\`${flagName(key)}${value ? ` <${value}>` : ''}\``].join(', ')
  const values = choices ? `: ${choices.map((choice) => `\`${choice}\``).join(', ')}` : ''
  return [typed, `${cell(summary)}${values}`, cell(absent ?? '')]
}

function surroundingTable(heading: string, rows: readonly Surrounding[]): string {
  const names = (name: string) =>
    name
      .split(', ')
      .map((one) => `\`${one}\``)
      .join(', ')
  return table(
    [heading, 'What for'],
    rows.map(({ name, what }) => [names(name), what]),
  )
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |')
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function link(page: Page): string {
  return `[\`${page.title}\`](${fileOf(page)})`
}

/** Words of the help as Markdown: what is between `<` and `>` is no HTML, and a table has no other columns. */
function cell(text: string): string {
  return escaped(text).replaceAll('|', '\\|')
}

function escaped(text: string): string {
  return text.replaceAll('<', '&lt;')
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``
}

function note(source: string): string {
  return `<!-- Made by \`npm run generate\` from ${source}. Do not edit. -->`
}
