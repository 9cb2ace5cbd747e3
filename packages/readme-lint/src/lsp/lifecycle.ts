import { ErrorCodes, Message, type MessageStrategy, ResponseError } from 'vscode-languageserver'

/** Where requests are led that come too early or too late. */
export const refused = 'readme-lint/refused'

interface Refusal {
  readonly code: number
  readonly message: string
}

const tooEarly: Refusal = { code: ErrorCodes.ServerNotInitialized, message: 'The first request must be "initialize"' }
const tooLate: Refusal = { code: ErrorCodes.InvalidRequest, message: 'The server was told to shut down' }

/** What an editor gets for a request that was led to `refused`. */
export function refuse({ code, message }: Refusal): ResponseError<void> {
  return new ResponseError(code, message)
}

/**
 * Keeps what an editor asks before it has introduced itself, and after it has said goodbye, from being done: a request is refused, and a
 * notification means nothing (LSP 3.17, "Server lifecycle").
 */
export function lifecycle(): MessageStrategy {
  let refusal: Refusal | undefined = tooEarly
  return {
    handleMessage(message, next) {
      if (Message.isNotification(message)) return refusal && message.method !== 'exit' ? undefined : next(message)
      if (!Message.isRequest(message)) return next(message)
      if (refusal === tooEarly && message.method === 'initialize') refusal = undefined
      if (refusal) return next(Object.assign({ ...message }, { method: refused, params: refusal }))
      if (message.method === 'shutdown') refusal = tooLate
      return next(message)
    },
  }
}
