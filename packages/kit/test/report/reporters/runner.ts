/** A workflow command as the runner of GitHub Actions reads it. */
export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

const known =
  /^(add-mask|add-matcher|add-path|debug|echo|endgroup|error|group|notice|save-state|set-env|set-output|stop-commands|warning)$/i

/**
 * What the runner obeys in a text, by the rules of its ActionCommand.cs: `::name …::data` at the start of a line after
 * blanks, else `##[name …]data` anywhere in it. Stricter in two things: characters that a comparison by culture ignores
 * do not protect, and every line separator of Unicode starts a line.
 */
export function commandsIn(text: string): Command[] {
  return text
    .split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/)
    .flatMap((line) => colonCommand(line) ?? bracketCommand(line) ?? [])
}

function colonCommand(line: string): Command | undefined {
  const match = /^[\s\p{DI}]*:\p{DI}*:(.*?):\p{DI}*:(.*)$/su.exec(line)
  return match ? command(match[1] ?? '', ',', match[2] ?? '') : undefined
}

function bracketCommand(line: string): Command | undefined {
  const match = /#\p{DI}*#\p{DI}*\[(.*?)\](.*)$/su.exec(line)
  return match ? command(match[1] ?? '', ';', match[2] ?? '') : undefined
}

function command(info: string, separator: string, data: string): Command | undefined {
  const [name = '', ...rest] = info.split(' ')
  if (!known.test(name.replace(/\p{DI}/gu, ''))) return undefined
  const pairs = rest.join(' ').split(separator).filter(Boolean)
  const properties = Object.fromEntries(
    pairs.map((pair) => [pair.split('=', 1)[0], unescaped(pair.replace(/^.*?=/s, ''))]),
  )
  return { name, properties, data: unescaped(data) }
}

function unescaped(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')
}
