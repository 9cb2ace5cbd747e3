import { expect, test } from 'vitest'
import { detectLanguage } from '../src/snippet/language.ts'

test.each([
  ['npm install larder', 'sh'],
  ['$ npm i\n\n# then\n$ npx larder \\\n    --all', 'sh'],
  ['$ npm i\nadded 1 package', undefined],
  ['npm', undefined],
  ['make', 'sh'],
  ['make it so', undefined],
  ['cd larder', 'sh'],
  ['docker run -it larder', 'sh'],
  ['git is a tool', undefined],
  ['git clone https://larder.example "%localappdata%\\tea"', undefined],
  ['git clone https://larder.example "$env:LOCALAPPDATA\\tea"', undefined],
  ['go on', undefined],
  ['cargo cult', undefined],
  ['npm install larder \\', undefined],
  ['{ "a": [1] }', 'json'],
  ['{ a: 1 }', undefined],
  ['[1, 2', undefined],
  ['diff --git a/x b/x\n--- a/x', 'diff'],
  ['<!DOCTYPE html>\n<p>', 'html'],
  ['<?php\necho 1;', 'php'],
  ['package main\n\nfunc main() {}', 'go'],
  ['package main', undefined],
  ['fn main() {\n    println!("a");\n}', 'rust'],
  ['[dependencies]\nlarder = "1"', 'toml'],
  ['[section]\na = 1', undefined],
  ['from larder import Jam as J, Tea\nJ()', 'python'],
  ['from here import there to', undefined],
  ['def open(jam):\n    pass', 'python'],
  ['import larder from "larder"', undefined],
  ['>>> from larder import Jam', undefined],
  ['', undefined],
  ['plain text', undefined],
])('%j is in %j', (code, language) => {
  expect(detectLanguage(code.split('\n'))).toBe(language)
})
