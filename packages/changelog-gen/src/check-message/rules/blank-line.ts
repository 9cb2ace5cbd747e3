import type { MessageRule } from '../rule.ts'

/** Without a blank line, git takes all lines of the first paragraph for the title. */
export const blankLine: MessageRule = {
  name: 'message/blank-line',
  summary: 'The second line of a message is blank.',
  severity: 'error',
  *check({ source, lines: [first, second], isMade }) {
    if (isMade || !second || second.text === '') return
    const [ending = '\n'] = /\r\n|\r|\n/.exec(source.slice(first.end)) ?? []
    yield {
      at: second,
      message: 'No blank line below the title: git and other tools take this line for a part of it',
      fix: { safe: true, edits: [{ start: second.start, end: second.start, text: ending }] },
    }
  },
}
