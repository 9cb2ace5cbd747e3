import { expect, test } from 'vitest'
import { wordMatcher } from '../src/topics/word-matcher.ts'

test.each<[words: string, text: string, expected: boolean]>([
  ['install', 'Install', true],
  ['install', 'Installation of the tool', true],
  ['install', 'How to install', true],
  ['install', 'Reinstall', false],
  ['install', 'preinstall-install', true],
  ['install', 'v1install', false],
  ['doc$', 'doc', true],
  ['doc$', 'The doc!', true],
  ['doc$', 'Doctor', false],
  ['doc$', 'doc2', false],
  ['doc$', 'docé', false],
  ['don$', "Don't", false],
  ['don$', 'Don’t', false],
  ['don$', "Le 'don'", true],
  ['get started', 'Get started now', true],
  ['установка', '🚀 Установка', true],
  ['установка', 'Переустановка', false],
  ['安装', '如何安装它', true],
  ['التثبيت', 'دليل التثبيت', true],
  ['설치', '빠른설치', true],
  ['लाइसेंस', 'लाइसेंस', true],
  ['licen', '', false],
])('of %j, %j has one: %j', (words, text, expected) => {
  expect(wordMatcher([words])(text)).toBe(expected)
  expect(wordMatcher(['zebra', words, 'yak'])(text)).toBe(expected)
})
