/** What a bot says of one dependency below its title. */
export interface BotUpdate {
  readonly name: string
  readonly from?: string
  /** Absent where the bot only names it. */
  readonly to?: string
  /** True where only who works on the project gets it. */
  readonly isDevelopment?: true
}

/** What a bot says of dependencies below its title. */
export interface BotUpdates {
  readonly updates: readonly BotUpdate[]
  /** True where it says that these are all that the commit does, whatever its title is. */
  readonly areAll: boolean
}

const version = String.raw`[~^>=v]*\d[\w.+-]*|[0-9a-f]{7,40}`
/** What Dependabot writes below its title: ``Updates `a` from 1 to 2``, `Bumps [a](https://…) from 1 to 2.`, `Bumps a from 1 to 2`. */
const inBody = new RegExp(
  String.raw`^(?:Bumps|Updates) (?:\[(?<linked>[^\]\s]+)\]\(\S*\)|\x60(?<quoted>[^\x60\s]+)\x60|(?<plain>\S+)) from \x60?(?<from>${version})\x60? to \x60?(?<to>(?:${version}))(?<!\.)`,
  'gm',
)

/** Reads what Dependabot lists in the trailer of a message, else what Renovate or Dependabot has in a table; each dependency once. */
export function readBotUpdates(body: string): BotUpdates {
  const listed = merged(inTrailer(body))
  if (listed.length > 0) return { updates: withVersions(listed, body), areAll: false }
  const areAll = /^This (?:PR|MR|(?:pull|merge) request) contains the following updates:/im.test(body)
  return { updates: merged(inTable(body)), areAll }
}

/** A list in YAML up to a line of three dots. */
function inTrailer(body: string): readonly BotUpdate[] {
  const [, list] = /^updated-dependencies:[ \t]*\r?\n([\s\S]*?)(?:^\.\.\.|$(?![\s\S]))/m.exec(body) ?? []
  const items = (list ?? '').split(/^- dependency-name:/m).slice(1)
  return items.map((item): BotUpdate => {
    const [first = '', ...lines] = item.split(/\r?\n/)
    const fields = new Map(lines.map((line) => [line.split(':')[0]?.trim(), bare(line.slice(line.indexOf(':') + 1))]))
    const to = fields.get('dependency-version')
    const isDevelopment = fields.get('dependency-type') === 'direct:development'
    return { name: bare(first), ...(to && { to }), ...(isDevelopment && { isDevelopment }) }
  })
}

function bare(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2')
}

/** The sentences above the trailer say from which version, and older trailers leave out the version itself. */
function withVersions(listed: readonly BotUpdate[], body: string): readonly BotUpdate[] {
  const told = [...body.matchAll(inBody)].map(({ groups }) => groups as Record<'from' | 'to' | string, string>)
  const [only] = listed.length === 1 && told.length === 1 ? told : []
  return listed.map((update) => {
    const own = told.find(({ linked, quoted, plain }) => [linked, quoted, plain].includes(update.name)) ?? only
    return own ? { ...update, from: own.from as string, to: own.to as string } : update
  })
}

/** Types of Renovate for what does not come with the project: `devDependencies`, `require-dev`, `tool.poetry.group.dev.dependencies`, `action`. */
const developmentType =
  /^(?:action|uses-with|packageManager|volta|test|dependency-groups)$|(?:^|[.-])dev(?:elopment)?(?:[.-]|[A-Z]|$)/

/**
 * The rows of `| Package | Type | Update | Change |`, as Renovate has it, or of `| Package | From | To |`, as Dependabot has; other columns
 * may stand between. Lines may be broken at any blank, as GitHub does with the text of a commit.
 */
function inTable(body: string): readonly BotUpdate[] {
  const [table = ''] = /^\| *Package *\|[\s\S]*?(?=\r?\n[ \t]*(?:\r?\n|$(?![\s\S])))/m.exec(`${body}\n\n`) ?? []
  const cells = table.split(/(?<!\\)\|/).map((cell) => cell.split(/\s+/).join(' ').trim().replaceAll('\\|', '|'))
  const width = cells.findIndex((cell, at) => at > 0 && cell === '') - 1
  if (width < 2 || !cells.slice(width + 2, 2 * width + 2).every((cell) => /^:?-+:?$/.test(cell))) return []
  const titles = cells.slice(1, width + 1)
  const updates: BotUpdate[] = []
  for (let at = 2 * (width + 1); at + width < cells.length; at += width + 1) {
    const cell = (title: string) => cells[at + 1 + titles.indexOf(title)] ?? ''
    const name = cell('Package').replace(/^\[(.+?)\]\(.*$/, '$1')
    const change = titles.includes('Change') ? cell('Change') : `${cell('From')} → ${cell('To')}`
    const { from, to } = /(?:`(?<from>[^`]+)`)? *(?:→|->) *`(?<to>[^`]+)`/.exec(change)?.groups ?? {}
    if (!/^\S+$/.test(name)) return []
    const isDevelopment = titles.includes('Type') && developmentType.test(cell('Type'))
    if (to) updates.push({ name, ...(from && { from }), to, ...(isDevelopment && { isDevelopment }) })
  }
  return updates
}

/** One that is at several places is for development where it is so at all of them. */
function merged(updates: readonly BotUpdate[]): readonly BotUpdate[] {
  const found = new Map<string, BotUpdate>()
  for (const update of updates) {
    const known = found.get(update.name)
    if (!known || (known.isDevelopment && !update.isDevelopment)) found.set(update.name, update)
  }
  return [...found.values()]
}
