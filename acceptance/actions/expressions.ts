import { data, Evaluator, Lexer, Parser } from '@actions/expressions'

/** What `${{ }}` may name: `github`, `steps`, `needs` … */
export type Contexts = Readonly<Record<string, unknown>>

/** What became of the steps so far. */
export type Status = 'success' | 'failure'

/** Evaluates an expression with GitHub's own evaluator. */
export function evaluate(expression: string, contexts: Contexts, status: Status = 'success'): unknown {
  const functions = statusFunctions(status)
  const { tokens } = new Lexer(expression).lex()
  const parsed = new Parser(tokens, Object.keys(contexts), functions).parse()
  const context = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary
  const found = new Evaluator(parsed, context, new Map(functions.map((one) => [one.name, one]))).evaluate()
  return JSON.parse(JSON.stringify(found, data.replacer))
}

/** Fills the expressions in a text; in all texts of what is more than one. */
export function filled(value: unknown, contexts: Contexts): unknown {
  if (Array.isArray(value)) return value.map((one) => filled(one, contexts))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, contexts)]))
  if (typeof value !== 'string') return value
  const whole = /^\$\{\{((?:(?!\}\}).)*)\}\}$/s.exec(value)?.[1]
  if (whole !== undefined) return evaluate(whole, contexts)
  return value.replaceAll(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => text(evaluate(expression, contexts)))
}

/** A value as the runner puts it into a variable. */
export function text(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Whether an `if` holds; without a function that asks for the status, it holds only after success. */
export function holds(condition: unknown, contexts: Contexts, status: Status): boolean {
  const expression = text(condition ?? 'success()').replace(/^\$\{\{|\}\}$/g, '')
  const asksStatus = /\b(?:success|failure|always|cancelled)\(\)/.test(expression)
  return Boolean(evaluate(asksStatus ? expression : `success() && (${expression})`, contexts, status))
}

function statusFunctions(
  status: Status,
): { name: string; minArgs: number; maxArgs: number; call: () => data.BooleanData }[] {
  const answers = { success: status === 'success', failure: status === 'failure', always: true, cancelled: false }
  return Object.entries(answers).map(([name, answer]) => {
    return { name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(answer) }
  })
}
