import { describe, expect, test } from 'vitest'
import { BlockScan } from '../../src/guard/blocks.ts'
import { defaultLimits } from '../../src/guard.ts'

/** Takes too much work in one block; each line of it is no work. */
const costly = 'a] b\n'.repeat(3000).trimEnd()
const costlyLine = 'a] '.repeat(3000)

function isRefused(source: string, mood: 'trusting' | 'wary' = 'trusting'): boolean {
  return new BlockScan(source, defaultLimits, mood).run() !== undefined
}

describe('a trusting scan passes over code', () => {
  test.each([
    ['in a fence', `\`\`\`\n${costly}\n\`\`\``],
    ['in a fence of tildes', `~~~\n${costly}\n~~~`],
    ['in a fence without an end', `~~~\n${costly}`],
    ['in a fence with an info string', `\`\`\`js title="a"\n${costly}\n\`\`\``],
    ['in a fence that has shorter ones in it', `~~~~\n~~~\n${costly}\n~~~~`],
    ['in a fence that has others in it', `~~~\n\`\`\`\n${costly}\n~~~`],
    ['behind what would end a fence, were there nothing after it', `~~~\n~~~ a\n${costly}\n~~~`],
    ['behind what would end a fence, were it not indented', `~~~\n    ~~~\n${costly}\n~~~`],
    ['in a list item', `- ~~~\n  ${costlyLine}\n\n  ${costlyLine}\n  ~~~`],
    ['in a quote', `> ~~~\n> ${costlyLine}\n>\n> ${costlyLine}\n> ~~~`],
    ['in a quote in a quote', `> > ~~~\n> > ${costlyLine}`],
  ])('%s', (_, source) => {
    expect(isRefused(source)).toBe(false)
    expect(isRefused(source, 'wary')).toBe(true)
  })
})

describe('a trusting scan sees text', () => {
  test.each([
    ['behind a fence', `~~~\n~~~\n${costly}`],
    ['behind a longer end of a fence', `~~~\na\n~~~~~  \n${costly}`],
    ['behind a fence in a quote that has ended', `> ~~~\n> a\n${costly}`],
    ['behind a fence in a quote that a blank line has ended', `> ~~~\n\n${costly}`],
    ['behind a fence in a list item that has ended', `- ~~~\n  a\n${costly}`],
    ['behind two backticks', `\`\`\n${costly}`],
    ['behind an info string with a backtick', `\`\`\`a\`\n${costly}`],
    ['behind an indented fence', `a\n\n    ~~~\n${costly}`],
    ['behind a fence in HTML', `<div>\n~~~\n\n${costly}`],
    ['in a paragraph', `a\n\n${costly}\n\nb`],
    ['with CR', costly.replaceAll('\n', '\r')],
    ['with CRLF', costly.replaceAll('\n', '\r\n')],
  ])('%s', (_, source) => {
    expect(isRefused(source)).toBe(true)
  })
})

describe('a trusting scan takes for texts of their own', () => {
  const count = 3000
  test.each([
    ['list items', '- a]\n'.repeat(count)],
    ['ordered list items', '1) a]\n'.repeat(count)],
    ['headings', '# a]\n'.repeat(count)],
    ['rows of a table', `| a |\n|---|\n${'| b] |\n'.repeat(count)}`],
    ['rows of a table without outer pipes', `a | b\n--|:-:\n${'b] | c\n'.repeat(count)}`],
    ['paragraphs', 'a]\n\n'.repeat(count)],
    ['paragraphs in a quote', '> a]\n>\n'.repeat(count)],
    ['quotes in a quote', '> a]\n> > b]\n>\n'.repeat(count)],
    ['footnotes', '[^1]: a]\n'.repeat(count)],
  ])('%s', (_, source) => {
    expect(isRefused(source)).toBe(false)
  })

  test.each([
    ['rows without a row of delimiters', '| b] |\n'.repeat(count)],
    ['what follows the table', `| a |\n|---|\n| b |\n\n${'c] d\n'.repeat(count)}`],
    ['hashes that are no heading', '#a]\n'.repeat(count)],
    ['seven hashes', '####### a]\n'.repeat(count)],
  ])('but not %s', (_, source) => {
    expect(isRefused(source)).toBe(true)
  })
})

describe('a lone marker behind text underlines it', () => {
  test.each(['=', '-', '---', '= ', '-\t'])('%j', (underline) => {
    expect(isRefused(`a\n${underline}\n`.repeat(3000))).toBe(true)
  })

  test.each(['+', '*', '1.', '- a', '_'])('%j does not', (line) => {
    expect(isRefused(`a\n${line}\n\n`.repeat(3000))).toBe(false)
  })
})
