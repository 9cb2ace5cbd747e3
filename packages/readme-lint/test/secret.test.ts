import { crc32 as reference } from 'node:zlib'
import { run } from '@frontdoor/kit/cli'
import { memoryIo, project } from '@frontdoor/kit/testing'
import { expect, test } from 'vitest'
import { program } from '../src/program.ts'
import { crc32 } from '../src/readme/crc32.ts'

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** A token is only put together here: one that stands in a file would alarm the scanners of every forge. */
function token(prefix: string, random: string): string {
  let sum = ''
  for (let rest = reference(random), digit = 0; digit < 6; digit++, rest = Math.floor(rest / 62))
    sum = letters.charAt(rest % 62) + sum
  return `${prefix}_${random}${sum}`
}

const real = token('ghp', 'kJ8vQ2mZr5Tn0Lw7Xc3Hb9Yd4Gs6Pf')

test.each([
  ['of GitHub', real, true],
  ['of npm', token('npm', 'R4uW8sKq1NzVb6MjXe0TgYh3LcPd7f'), true],
  ['in a link', `https://octocat:${real}@github.com/octo-org/larder`, true],
  ['of GitHub with a wrong sum', `${real.slice(0, -1)}${real.endsWith('0') ? '1' : '0'}`, false],
  ['of GitHub, made up', `ghp_${'0123456789abcdef'.repeat(2)}AbCd`, false],
  ['of AWS', `AKIA${'Q3XW7RZ5TKV2NJ6P'}`, true],
  ['of AWS in its documentation', `AKIA${'IOSFODNN7EXAMPLE'}`, false],
  ['of AWS of one letter', `AKIA${'Q'.repeat(16)}`, false],
  ['of Stripe', `sk_live_${'Kq8ZpW3vNx7RtY2mLc5HdJ9b'}`, true],
  ['of Stripe for trying', `sk_test_${'Kq8ZpW3vNx7RtY2mLc5HdJ9b'}`, false],
  ['within a longer word', `x${real}x`, false],
])('a token %s is told: %s', async (_, text, told) => {
  const { path } = await project({ 'README.md': `# Larder\n\n\`\`\`sh\nexport TOKEN=${text}\n\`\`\`\n` })
  const io = memoryIo({ cwd: path })
  const code = await run(program, ['--rule', 'text/secret'], io)
  expect({ code, out: io.stdout.text.includes('looks like a real token') }).toEqual({ code: Number(told), out: told })
})

test.each(['', 'a', '123456789', letters])('crc32(%j) is that of zlib', (text) => {
  expect(crc32(text)).toBe(reference(text))
})
