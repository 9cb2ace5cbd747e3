import type { Code } from 'mdast'
import { describe, expect, test } from 'vitest'
import {
  htmlEnd,
  isClosed,
  isIndentedCode,
  isLoose,
  markerIn,
  startsAnywhere,
  takesLine,
} from '../../src/insert/edges.ts'
import { parse } from '../../src/parse.ts'
import { first } from '../support/insertion.ts'

describe('what ends an HTML block', () => {
  test.each([
    ['<!-- a -->', 'line'],
    ['<!-- a\n\n--> b', 'line'],
    ['<!-- a', 'open'],
    ['<!-->', 'line'],
    ['<!--->', 'line'],
    ['<pre>a</pre>', 'line'],
    ['<PRE>a\n</Script>', 'line'],
    ['<pre', 'open'],
    ['<textarea>\n\n', 'open'],
    ['<prefix>', 'blank'],
    ['<?a?>', 'line'],
    ['<?>', 'line'],
    ['<? a', 'open'],
    ['<![CDATA[a]]>', 'line'],
    ['<![CDATA[a>', 'open'],
    ['<!DOCTYPE a>', 'line'],
    ['<!doctype a', 'open'],
    ['<div>\n<!-- a', 'blank'],
    ['   <!-- a', 'open'],
    ['</details>', 'blank'],
  ])('%j: %s', (html, expected) => {
    expect(htmlEnd(html)).toBe(expected)
    // A paragraph behind a blank line is one only where the block is over.
    const nodes = parse(`${html}\n\nx`).children
    expect(nodes.at(-1)?.type).toBe(expected === 'open' ? 'html' : 'paragraph')
  })
})

describe('code is closed', () => {
  test.each([
    ['```\na\n```', true],
    ['```\n```', true],
    ['```\na\n````  ', true],
    ['~~~~\n~~~\n~~~~', true],
    ['```\n\n```', true],
    ['```\r\na\r\n\r\n```', true],
    ['    a', true],
    ['> ```\n> a\n> ```', true],
    ['- ```\n  a\n  ```', true],
    ['```', false],
    ['```\na', false],
    ['```\na\n', false],
    ['````\n```', false],
    ['```\n~~~', false],
    ['```\na\n```b', false],
    ['> ~~~\n> > ~~~', false],
    ['```\n    ```', false],
  ])('%j: %j', (source, expected) => {
    expect(isClosed(first(parse(source), 'code') as Code, source)).toBe(expected)
  })
})

test.each([
  ['    a', true],
  ['>     a', true],
  ['\ta', true],
  ['```\n```', false],
  ['~~~\n~~~', false],
  ['# a', false],
])('%j is indented code: %j', (source, expected) => {
  const tree = parse(source)
  expect(isIndentedCode(first(tree, 'code') ?? first(tree, 'heading'), source)).toBe(expected)
})

test.each([
  ['a', true],
  ['> - a', true],
  ['[^a]: b', true],
  ['[a]: b', true],
  ['# a', false],
  ['> # a', false],
  ['- a\n-', false],
  ['<p>', false],
])('%j takes in a line below: %j', (source, expected) => {
  expect(takesLine(parse(source).children[0] as Code)).toBe(expected)
})

test.each([
  ['a', true],
  ['- a', true],
  ['1. a', true],
  ['> - a', true],
  ['2. a', false],
  ['-', false],
  ['- 2. a', false],
  ['[^a]: > 0) b', false],
  ['>', true],
])('%j can start right below text: %j', (source, expected) => {
  expect(startsAnywhere(parse(source).children[0] as Code)).toBe(expected)
})

test('a list without a number starts with 1', () => {
  expect(startsAnywhere({ type: 'list', ordered: true, children: [] })).toBe(true)
})

test.each([
  ['- a\n- b', false],
  ['- a\n\n- b', true],
  ['> - a\n>\n> - b', true],
  ['[^a]: - b\n    - c', false],
  ['[^a]: - b\n\n    - c', true],
])('the items of %j are loose: %j', (source, expected) => {
  expect(isLoose(first(parse(source), 'list').children, source)).toBe(expected)
})

test.each([
  ['- a', '-'],
  ['12) a', ')'],
  ['a', undefined],
])('the marker of %j is %j', (source, expected) => {
  expect(markerIn(parse(source).children[0], source)).toBe(expected)
})
