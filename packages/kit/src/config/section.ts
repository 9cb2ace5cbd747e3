import { UserError } from '../io.ts'
import { printable } from '../terminal.ts'
import { check, type Problem, sayUnknown } from './check.ts'
import { type Located, placeOf, plainValue, type Source } from './located.ts'
import type { ConfigFile } from './read.ts'
import { type SectionSchema, type ToolName, toolNames } from './schema.ts'

/** Says where a setting stands in its file, given the keys and numbers that lead to it, as `path:line:column`: there, or what should hold it. */
export type SettingPlace = (...keys: readonly (string | number)[]) => string

/** What a config file says to one tool. */
interface ReadSection {
  /** An empty object where it says nothing. */
  readonly given: object
  readonly placeOf: SettingPlace
}

/**
 * The settings that a config file gives to one tool, checked.
 *
 * @throws {UserError} with one line per mistake
 */
export async function readSection(
  { source, root }: ConfigFile,
  { tool, schema }: { tool: ToolName; schema: SectionSchema },
): Promise<ReadSection> {
  const section = root.kind === 'object' ? root.entries.get(tool)?.value : undefined
  const problems = [...checkSections(root), ...(isGiven(section) ? await check(section, schema, tool) : [])]
  if (problems.length > 0) throw new UserError(sayProblems(source, problems))
  return {
    given: isGiven(section) ? (plainValue(section) as object) : {},
    placeOf: (...keys) => placeOf(source, [tool, ...keys].reduce(partOf, root).start),
  }
}

function partOf(located: Located, key: string | number): Located {
  if (located.kind === 'scalar') return located
  const part = located.kind === 'list' ? located.items[Number(key)] : located.entries.get(String(key))?.value
  return part ?? located
}

// An empty file and an empty section, which YAML reads as null, are a config that is still to be written.
function isGiven(located: Located | undefined): located is Located {
  return located !== undefined && !(located.kind === 'scalar' && located.value === null)
}

function checkSections(root: Located): Problem[] {
  if (!isGiven(root)) return []
  if (root.kind !== 'object') return [{ offset: root.start, message: 'must be an object with one section per tool' }]
  const known = [...toolNames, '$schema']
  const unknown = [...root.entries].filter(([key]) => !known.includes(key))
  return unknown.map(([key, { keyStart }]) => ({
    offset: keyStart,
    message: sayUnknown('the config', key, { noun: 'section', known: toolNames }),
  }))
}

// More mistakes than these are one mistake that is repeated.
const mostProblems = 10

function sayProblems(source: Source, problems: readonly Problem[]): string {
  const inOrder = problems.toSorted((a, b) => a.offset - b.offset)
  const lines = [...new Set(inOrder.map(({ offset, message }) => printable(`${placeOf(source, offset)}: ${message}`)))]
  const rest = lines.length - mostProblems
  return [...lines.slice(0, mostProblems), ...(rest > 0 ? [`and ${rest} more mistakes`] : [])].join('\n')
}
