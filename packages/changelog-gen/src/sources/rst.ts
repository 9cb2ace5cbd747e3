/** `.. code-block:: python`, its options, and its indented lines. */
const code =
  /^( *)\.\. (?:code|code-block|sourcecode)::[ \t]*(?<language>[\w+-]*)[ \t]*\n(?:\1 +:[\w-]+:.*\n)*(?<lines>(?:[ \t]*\n|\1 +\S.*(?:\n|$))+)/gm

const link = /(?<!`)`(?<label>[^`<>]+)<(?<url>https?:[^<>`\s]+)>`__?/g
const role = /:(?:[a-z]{1,20}:){1,2}`[~.]?(?<name>[^`<>]+)(?:<[^<>`]+>)?`/g

/** The reStructuredText of a fragment as Markdown, in what the two have otherwise: links, roles of names, and blocks of code. */
export function markdownOf(rst: string): string {
  return rst
    .replaceAll(link, (_, label: string, url: string) => `[${label.trim()}](${url})`)
    .replaceAll(role, (_, name: string) => `\`${name.trim()}\``)
    .replaceAll(code, (_, indent: string, language: string, lines: string) => {
      const body = dedented(lines.trimEnd().replace(/^(?:[ \t]*\n)+/, ''))
      return [`\`\`\`${language}`, ...body, '```', '', ''].map((line) => line && indent + line).join('\n')
    })
}

function dedented(text: string): string[] {
  const lines = text.split('\n')
  const depth = Math.min(...lines.map((line) => line.search(/\S/)).filter((column) => column !== -1))
  return lines.map((line) => line.slice(depth))
}
