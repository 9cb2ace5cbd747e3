import { describe, expect, test } from 'vitest'
import { type ColorSetting, lookOf } from '../../src/terminal/look.ts'
import { memoryIo } from '../../src/testing.ts'

describe('lookOf', () => {
  test.each<[boolean, ColorSetting, { columns?: number; env?: Record<string, string> }]>([
    [true, 'auto', { columns: 80 }],
    [false, 'auto', {}],
    [false, 'auto', { columns: 80, env: { TERM: 'dumb' } }],
    [false, 'auto', { columns: 80, env: { NO_COLOR: '1' } }],
    [true, 'auto', { columns: 80, env: { NO_COLOR: '' } }],
    [true, 'auto', { env: { FORCE_COLOR: '1' } }],
    [true, 'auto', { env: { FORCE_COLOR: '' } }],
    [false, 'auto', { columns: 80, env: { FORCE_COLOR: '0' } }],
    [false, 'auto', { columns: 80, env: { FORCE_COLOR: 'false' } }],
    [false, 'auto', { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }],
    [true, 'always', { env: { NO_COLOR: '1' } }],
    [false, 'never', { columns: 80, env: { FORCE_COLOR: '1' } }],
  ])('gives colour %j for %s with %j', (color, setting, world) => {
    expect(lookOf(memoryIo(world), setting).color).toBe(color)
  })

  test.each([
    [true, { columns: 80, env: { TERM_PROGRAM: 'WezTerm' } }],
    [true, { columns: 80, env: { TERM: 'xterm-kitty' } }],
    [true, { columns: 80, env: { VTE_VERSION: '6800' } }],
    [false, { columns: 80, env: { VTE_VERSION: '4600' } }],
    [false, { columns: 80, env: { TERM: 'xterm' } }],
    [false, { columns: 80, env: { TERM: 'xterm-kitty', CI: 'true' } }],
    [false, { env: { TERM_PROGRAM: 'WezTerm' } }],
  ])('gives links %j with %j', (hyperlinks, world) => {
    expect(lookOf(memoryIo(world), 'auto').hyperlinks).toBe(hyperlinks)
  })
})
