import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { progress } from '../../src/terminal/progress.ts'

function output(isTTY: boolean) {
  const written: string[] = []
  return { isTTY, write: (text: string) => void written.push(text), written }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('progress', () => {
  it('is shown on a terminal after a second, and wiped at the end', async () => {
    const terminal = output(true)
    const bar = progress(terminal, 'steeping')
    const ends: (() => void)[] = []
    const work = [1, 2].map(() => bar.during(new Promise<void>((resolve) => ends.push(resolve))))
    vi.advanceTimersByTime(900)
    expect(terminal.written).toEqual([])
    vi.advanceTimersByTime(200)
    for (const end of ends) end()
    await Promise.all(work)
    bar.end()
    expect(terminal.written).toEqual([
      '\r\u001B[Ksteeping: 0 of 2',
      '\r\u001B[Ksteeping: 1 of 2',
      '\r\u001B[Ksteeping: 2 of 2',
      '\r\u001B[K',
    ])
  })

  it('is not shown for short work, nor in a pipe', async () => {
    const [terminal, pipe] = [output(true), output(false)]
    const short = progress(terminal, 'steeping')
    await short.during(Promise.resolve())
    short.end()
    const piped = progress(pipe, 'steeping')
    const work = piped.during(new Promise<void>((resolve) => void setTimeout(resolve, 5000)))
    await vi.advanceTimersByTimeAsync(6000)
    await work
    piped.end()
    expect([...terminal.written, ...pipe.written]).toEqual([])
  })
})
