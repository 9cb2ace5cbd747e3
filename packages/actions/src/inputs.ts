import { type Io, UserError } from '@frontdoor/kit/io'

type Env = Io['env']

/** An input as it was given, without white space around it; undefined where it is empty, as the runner hands on what is not given. */
export function textInput(env: Env, name: string): string | undefined {
  return env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim() || undefined
}

/** An input of several lines: one value a line, empty ones left out. */
export function linesInput(env: Env, name: string): readonly string[] {
  return (textInput(env, name) ?? '').split('\n').flatMap((line) => line.trim() || [])
}

/** An input that is on or off. */
export function switchInput(env: Env, name: string): boolean {
  return choiceInput(env, name, ['false', 'true']) === 'true'
}

/**
 * An input that is one of some words; the first of them where it is not given.
 *
 * @throws {UserError} for another word
 */
export function choiceInput<const Choice extends string>(env: Env, name: string, choices: readonly Choice[]): Choice {
  const given = textInput(env, name)
  const found = choices.find((choice) => choice === (given ?? choices[0]))
  if (found !== undefined) return found
  throw new UserError(`input ${name}: ${given} is none of ${choices.join(', ')}`)
}

/** Whether anybody will see what was found on the page of the run. */
export function wantsSummary(env: Env): boolean {
  return choiceInput(env, 'summary', ['true', 'false']) === 'true'
}
