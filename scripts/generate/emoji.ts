import type { Gemoji } from 'gemoji'
import type { GeneratedFile } from './generator.ts'

export const folders: readonly string[] = []

/** The names that GitHub gives to emoji, a line for each: of the package gemoji nothing else is needed, and it is ten times as large. */
export async function files(): Promise<readonly GeneratedFile[]> {
  const { gemoji } = (await import('gemoji')) as { gemoji: readonly Gemoji[] }
  const lines = gemoji.map(({ emoji, names }) => [emoji, ...names].join(' '))
  const text = `// Made by \`npm run generate\` from the package gemoji. Do not edit.

/** An emoji and GitHub's names for it in each line. */
export const emojiNames: string = \`\\
${lines.join('\n')}\`
`
  return [{ path: 'packages/readme-lint/src/shown/emoji.generated.ts', text }]
}
