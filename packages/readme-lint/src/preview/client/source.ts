import type { ApplyRequest, View } from '../view.ts'

/** Where the page has its contents from. */
export interface Source {
  view(): Promise<View>
  /** What a host shows, with the version of the view that it belongs to. */
  frame(host: string): Promise<{ readonly version: string; readonly html: string }>
  /** Writes fixes. Throws an error that says why not. */
  apply?(request: ApplyRequest): Promise<void>
  /** Calls back when the view may have changed, and when the server comes and goes. */
  watch?(changed: () => void, connected: (is: boolean) => void): void
}

/** A page that was written to a folder holds everything; any other asks the server that it came from. */
export function openSource(): Source {
  return document.querySelector('meta[name="readme-lint-server"]') ? fromServer() : fromPage()
}

function fromPage(): Source {
  const read = (id: string) => JSON.parse(document.getElementById(id)?.textContent ?? 'null')
  return {
    view: async () => read('data-view'),
    frame: async (host) => ({ version: read('data-view').version, html: read(`data-frame-${host}`) }),
  }
}

function fromServer(): Source {
  return {
    view: async () => answerOf(await fetch('view.json')),
    frame: async (host) => answerOf(await fetch(`frames/${host}.json`)),
    apply: async (request) => {
      const headers = { 'content-type': 'application/json' }
      await answerOf(await fetch('apply', { method: 'POST', headers, body: JSON.stringify(request) }))
    },
    watch(changed, connected) {
      const events = new EventSource('events')
      let wasLost = false
      events.addEventListener('change', changed)
      events.addEventListener('error', () => {
        wasLost = true
        connected(false)
      })
      events.addEventListener('open', () => {
        // What was told meanwhile was not heard.
        if (wasLost) location.reload()
        connected(true)
      })
    },
  }
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.message)
  return answer
}
