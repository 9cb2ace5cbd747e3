import { type Place, placeFinder } from '@frontdoor/markdown/place'
import type { ParseError, ParseOptions } from 'jsonc-parser'
import { latest } from '../cache/latest.ts'
import { UserError } from '../io.ts'
import type { ProjectFiles } from '../project.ts'
import { type Table, table } from './values.ts'

/** Reads a JSON file's object. A `UserError` says where it is broken; a file that is not there is empty. */
export async function readJson(files: ProjectFiles, path: string): Promise<Table> {
  const source = textOf(files, path)
  try {
    return parseJson(source)
  } catch {
    // V8 words its own message anew with every version, so the place comes from a parser that counts it.
    const { problem } = await parseJsonc(source, { disallowComments: true, allowTrailingComma: false })
    throw broken(path, 'JSON', problem)
  }
}

/** A package.json is read for npm and for VS Code. */
const parseJson = latest((source: string): Table => table(JSON.parse(source)))

/** Reads an object of JSON with comments and trailing commas. */
export async function readJsonc(files: ProjectFiles, path: string): Promise<Table> {
  const { data, problem } = await parseJsonc(textOf(files, path), { allowTrailingComma: true })
  if (problem) throw broken(path, 'JSON', problem)
  return table(data)
}

async function parseJsonc(source: string, options: ParseOptions): Promise<{ data: unknown; problem?: Problem }> {
  const { parse, printParseErrorCode } = await import('jsonc-parser')
  const errors: ParseError[] = []
  const data = withinStack(() => parse(source, errors, options) as unknown)
  if (data === tooDeep) return { data: {}, problem: { line: 1, column: 1, problem: 'nested too deeply' } }
  const [first] = errors
  if (first === undefined) return { data }
  return { data, problem: { ...placeFinder(source)(first.offset), problem: words(printParseErrorCode(first.error)) } }
}

/** Reads a TOML file. */
export async function readToml(files: ProjectFiles, path: string): Promise<Table> {
  const { parse, TomlError } = await import('smol-toml')
  try {
    return table(parse(textOf(files, path)))
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const problem = error.message.replace(/^Invalid TOML document: /, '').split('\n')[0] ?? ''
    throw broken(path, 'TOML', { line: error.line, column: error.column, problem })
  }
}

/** Reads the mapping of a YAML file with one document. */
export async function readYaml(files: ProjectFiles, path: string): Promise<Table> {
  const { parseDocument } = await import('yaml')
  const document = parseDocument(textOf(files, path), { logLevel: 'silent', prettyErrors: true })
  const [error] = document.errors
  if (error) {
    const { line, col: column } = error.linePos?.[0] ?? { line: 1, col: 1 }
    throw broken(path, 'YAML', { line, column, problem: error.message.replace(/ at line [\s\S]*$/, '') })
  }
  try {
    return table(document.toJS({ maxAliasCount: 100 }))
  } catch {
    // Only aliases are resolved this late: one without an anchor, or more of them than anybody writes.
    throw broken(path, 'YAML', { line: 1, column: 1, problem: 'an alias that cannot be resolved' })
  }
}

const tooDeep = Symbol('nested too deeply')

/** A parser that calls itself for every level ends with the stack. */
function withinStack<Data>(parse: () => Data): Data | typeof tooDeep {
  try {
    return parse()
  } catch (error) {
    if (error instanceof RangeError) return tooDeep
    throw error
  }
}

interface Problem extends Pick<Place, 'line' | 'column'> {
  readonly problem: string
}

/** The path is the cause, as one manifest may have to read another file. */
function broken(path: string, format: string, found: Problem | undefined): UserError {
  const where = found ? `: ${found.problem} at line ${found.line}, column ${found.column}` : ''
  return new UserError(`not valid ${format}${where}`, { cause: path })
}

/** `CommaExpected` to `comma expected`. */
function words(code: string): string {
  return code.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`).toLowerCase()
}

/** No manifest that a person keeps is larger, and the parsers take seconds for a hostile one. */
const maxLength = 1024 * 1024

/** The text of a manifest, without the byte order mark; empty where it is not there. A `UserError` where it is too large. */
export function textOf(files: ProjectFiles, path: string): string {
  const text = files.text(path) ?? ''
  if (text.length > maxLength) throw new UserError('larger than 1 MiB, so it was not read', { cause: path })
  return text.replace(/^\uFEFF/, '')
}
