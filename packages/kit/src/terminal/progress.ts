import type { Output } from '../io.ts'

/** How far a long piece of work is. */
export interface Progress {
  /** Counts a piece of work until it is done. */
  during<Value>(work: Promise<Value>): Promise<Value>
  /** Wipes the line. */
  end(): void
}

/** Shorter waits need no word. */
const patience = 1000

/** Tells on a terminal, and nowhere else, how far the work is: `checking addresses: 12 of 80`. It says nothing in the first second. */
export function progress(output: Output, doing: string): Progress {
  let [done, all] = [0, 0]
  let shown = false
  let timer: NodeJS.Timeout | undefined
  const show = () => {
    shown = true
    output.write(`\r\u001B[K${doing}: ${done} of ${all}`)
  }
  return {
    async during(work) {
      all++
      if (output.isTTY) timer ??= setInterval(show, patience).unref()
      return work.finally(() => {
        done++
        if (shown) show()
      })
    },
    end() {
      clearInterval(timer)
      if (shown) output.write('\r\u001B[K')
    },
  }
}
