import { UserError } from '@frontdoor/kit/io'
import { counted } from '@frontdoor/kit/text/counted'
import { type Generator, generator } from '../block.ts'

export const block: Generator = generator({
  name: 'include',
  summary: 'A file of the repository, or some of its lines, as a code block.',
  example: 'include file=examples/first.ts lines=3-8',
  options: {
    file: {
      type: 'string',
      default: '',
      description: 'Path of the file, from the folder of the project. It must lie in the repository.',
    },
    lines: {
      type: 'string',
      pattern: '^(?:\\d+(?:-\\d*)?)?$',
      examples: ['3', '3-9', '3-'],
      default: '',
      description: 'Lines, such as `3`, `3-9` or `3-`.',
    },
    region: {
      type: 'string',
      default: '',
      description: 'Name of a region: the lines between `region NAME` and `endregion` in comments.',
    },
    language: {
      type: 'string',
      pattern: '^[\\w+#.-]*$',
      examples: ['js'],
      default: '',
      description: 'Language of the code block; that of the extension where it does not say.',
    },
  },
  generate({ project, document, options: { file, lines, region, language } }) {
    if (file === '') throw new UserError('it names no file: add file=PATH')
    const text = project.files.text(file)
    if (text === undefined) throw new UserError(`there is no file ${file} in this repository`)
    // It would hold itself once more with every run.
    if (withoutMark(text) === withoutMark(document.source)) throw new UserError(`${file} cannot include itself`)
    const all = withoutMark(text).split(/\r\n|\n|\r/)
    if (all.at(-1) === '') all.pop()
    const part = pick(region === '' ? all : within(all, region, file), lines, file)
    const lang = language || extensionOf(file)
    return [{ type: 'code', ...(lang && { lang }), value: dedent(part).join('\n') }]
  },
})

const begins = /(?:^|[^\w])#?region:?\s+(\S+)/
const ends = /(?:^|[^\w])#?endregion\b/

function within(lines: readonly string[], region: string, file: string): readonly string[] {
  const start = lines.findIndex((line) => begins.exec(line)?.[1] === region)
  if (start === -1) throw new UserError(`${file} has no region ${region}`)
  const length = lengthOf(lines.slice(start))
  if (length === undefined) throw new UserError(`the region ${region} of ${file} is never ended`)
  return lines.slice(start + 1, start + length)
}

/** Regions may stand in regions, and are written alike. What only looks like one is never ended. */
function lengthOf(lines: readonly string[]): number | undefined {
  const [sign = ''] = /^.*?region/.exec(lines[0]?.trimStart() ?? '') ?? []
  let open = 0
  const last = lines.findIndex((line) => {
    if (line.trimStart().startsWith(sign)) open++
    else if (ends.test(line)) open--
    return open === 0
  })
  const first = lines.findIndex((line) => ends.test(line))
  return [last, first].find((index) => index !== -1)
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '')
}

function pick(lines: readonly string[], range: string, file: string): readonly string[] {
  if (range === '') return lines
  const [first = '', last = first] = range.split('-')
  const [from, to] = [Number(first), last === '' ? lines.length : Number(last)]
  if (from < 1 || from > to || to > lines.length)
    throw new UserError(`${file} has ${counted(lines.length, 'line')}, of which ${range} are none`)
  return lines.slice(from - 1, to)
}

function dedent(lines: readonly string[]): string[] {
  const widths = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length)
  const width = Math.min(...widths)
  return lines.map((line) => (line.trim() === '' ? '' : line.slice(width)))
}

function extensionOf(file: string): string {
  return /\.([A-Za-z][\w+]{0,9})$/.exec(file)?.[1]?.toLowerCase() ?? ''
}
