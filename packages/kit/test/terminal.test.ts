import { describe, expect, test } from 'vitest'
import { hyperlink, painter, printable, wellFormed } from '../src/terminal.ts'
import { commandsIn } from './report/reporters/runner.ts'

describe('text that is safe stays as it is', () => {
  test.each([
    ['plain text', 'Write `npm install` — not "yarn"; 100 %'],
    ['other scripts', '日本語 العربية हिन्दी'],
    ['emoji with zero-width joiners and variation selectors', '👩‍👩‍👧 ❤️'],
    ['a path of Rust in a line', 'use std::io::Read'],
    ['signs that make no command', '# a ## b [c] #[d] a: :b'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(printable(text)).toBe(text)
  })
})

describe('what would not be seen or would be obeyed is shown', () => {
  test.each([
    ['a terminal escape', '\u001B[31mred', '\\u{1b}[31mred'],
    ['the C1 form of it', '\u009B31mred', '\\u{9b}31mred'],
    ['line endings and tabs', 'a\nb\r\nc\td', 'a\\u{a}b\\u{d}\\u{a}c\\u{9}d'],
    ['line separators', 'a\u2028b\u2029c\u0085d', 'a\\u{2028}b\\u{2029}c\\u{85}d'],
    ['delete and null', 'a\u007Fb\0c', 'a\\u{7f}b\\u{0}c'],
    ['bidi controls', '\u202Ea\u2066b\u061Cc\u200Fd', '\\u{202e}a\\u{2066}b\\u{61c}c\\u{200f}d'],
    ['invisible characters', 'a\u200Bb\uFEFFc\u00ADd\u2060e', 'a\\u{200b}b\\u{feff}c\\u{ad}d\\u{2060}e'],
    ['tag characters, which can hide a text', 'a\u{E0041}', 'a\\u{e0041}'],
    ['half a surrogate pair', 'a\uD83Cb', 'a\\u{d83c}b'],
    ['a workflow command', '::error::x', '\\u{3a}:error::x'],
    ['a workflow command after blanks', '  ::error::x', '  \\u{3a}:error::x'],
    ['a workflow command in brackets', 'a ##[error]x', 'a ##\\u{5b}error]x'],
    ['a command of Azure Pipelines', '##vso[task.setvariable]x', '##vso\\u{5b}task.setvariable]x'],
    ['a command of TeamCity', "##teamcity[message text='x']", "##teamcity\\u{5b}message text='x']"],
    ['a command after more signs', '####[error]x', '####\\u{5b}error]x'],
    [
      'commands hidden by characters that a comparison ignores',
      '#\u034F#\u034F[error]x',
      '#\u034F#\u034F\\u{5b}error]x',
    ],
    ['a command hidden at the start', '\u034F:\u034F:error::x', '\u034F\\u{3a}\u034F:error::x'],
  ])('%s', (_, text, shown) => {
    expect(printable(text)).toBe(shown)
    expect(commandsIn(printable(text))).toEqual([])
  })
})

test('the commands above would be obeyed as they come', () => {
  const texts = ['  ::error::x', 'a ##[error]x', '#\u034F#\u034F[error]x', '\u034F:\u034F:error::x']
  expect(texts.map((text) => commandsIn(text).length)).toEqual([1, 1, 1, 1])
})

test('long runs of signs are read in one go', () => {
  const long = 100_000
  expect(printable('#'.repeat(long))).toHaveLength(long)
  expect(printable(`#${'\u034F'.repeat(long)}`)).toHaveLength(long + 1)
  expect(printable(`##${'a'.repeat(long)}`)).toHaveLength(long + 2)
  expect(printable(' '.repeat(long))).toHaveLength(long)
})

test('paint puts a style around text whatever the environment says', () => {
  expect(painter(true)('red', 'a')).toBe('\u001B[31ma\u001B[39m')
  expect(painter(true)(['bold', 'red'], 'a')).toContain('\u001B[1m')
  expect(painter(false)('red', 'a')).toBe('a')
})

test.each([
  ['https://example.org/a?b=c#d%20e', 'https://example.org/a?b=c#d%20e'],
  ['https://example.org/ä b', 'https://example.org/%C3%A4%20b'],
  ['https://example.org/\u001B\\evil\u0007\u009C', 'https://example.org/%1B\\evil%07%C2%9C'],
  ['https://example.org/\uD800', 'https://example.org/%EF%BF%BD'],
])('the address of a terminal link cannot end it: %j', (url, target) => {
  expect(hyperlink('text', url)).toBe(`\u001B]8;;${target}\u001B\\text\u001B]8;;\u001B\\`)
})

test('only halves of surrogate pairs are replaced', () => {
  expect(wellFormed('a\uD800b\uDC00c🎉')).toBe('a\uFFFDb\uFFFDc🎉')
})
