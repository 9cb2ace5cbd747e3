/** What a tool should do with a README. */
type Wanted =
  /** Write the block, and nothing else. */
  | 'fill'
  /** Leave all as it is. */
  | 'leave'
  /** Leave all as it is, and end with another code than 0. */
  | 'refuse'

export interface Case {
  readonly name: string
  readonly wanted: Wanted
  /** The README, from the start and the end marker of a tool. */
  readonly readme: (start: string, end: string) => string
  /** What the tool needs for its block is missing. */
  readonly broken?: true
  /** Run once before, and then edit what was written by hand. */
  readonly edited?: true
}

const plain: Case['readme'] = (start, end) => `# Title\n\n${start}\nold\n${end}\n\n## Mine\n\nmine\n`

export const cases: readonly Case[] = [
  { name: 'plain', wanted: 'fill', readme: plain },
  { name: 'two blocks', wanted: 'fill', readme: (start, end) => `${plain(start, end)}\n${start}\nold\n${end}\n` },
  {
    name: 'in a list item',
    wanted: 'fill',
    readme: (start, end) => `# Title\n\n- a\n\n  ${start}\n  old\n  ${end}\n\n## Mine\n`,
  },
  { name: 'in a quote', wanted: 'fill', readme: (start, end) => `# Title\n\n> ${start}\n> old\n> ${end}\n\n## Mine\n` },
  {
    name: 'in a list with tabs',
    wanted: 'fill',
    readme: (start, end) => `# Title\n\n1.\ta\n\n\t${start}\n\told\n\t${end}\n\n## Mine\n`,
  },
  {
    name: 'in a quote in a quote',
    wanted: 'fill',
    readme: (start, end) => `# Title\n\n> > ${start}\n> > old\n> > ${end}\n\n## Mine\n`,
  },
  { name: 'on one line', wanted: 'fill', readme: (start, end) => `# Title\n\n${start}${end}\n\n## Mine\n` },
  { name: 'Windows line endings', wanted: 'fill', readme: (start, end) => plain(start, end).replaceAll('\n', '\r\n') },
  { name: 'old Mac line endings', wanted: 'fill', readme: (start, end) => plain(start, end).replaceAll('\n', '\r') },
  { name: 'byte order mark', wanted: 'fill', readme: (start, end) => `\uFEFF${plain(start, end)}` },
  { name: 'no final newline', wanted: 'fill', readme: (start, end) => `# Title\n\n## Mine\n\n${start}\nold\n${end}` },
  {
    name: 'in a fence',
    wanted: 'leave',
    readme: (start, end) => `# Title\n\n\`\`\`md\n${start}\nold\n${end}\n\`\`\`\n\n## Mine\n`,
  },
  {
    name: 'in indented code',
    wanted: 'leave',
    readme: (start, end) => `# Title\n\n    ${start}\n    old\n    ${end}\n\n## Mine\n`,
  },
  {
    name: 'in front matter',
    wanted: 'leave',
    readme: (start, end) => `---\ntitle: a\n# ${start}\n# ${end}\n---\n\n# Title\n\n## Mine\n`,
  },
  { name: 'never ended', wanted: 'refuse', readme: (start) => `# Title\n\n${start}\n\nmine\n\n## Mine\n` },
  {
    name: 'never ended, then another',
    wanted: 'refuse',
    readme: (start, end) => `# Title\n\n${start}\n\nmine\n\n${start}\nold\n${end}\n\n## Mine\n`,
  },
  {
    name: 'nested',
    wanted: 'refuse',
    readme: (start, end) => `# Title\n\n${start}\n${start}\nold\n${end}\nmine\n${end}\n\n## Mine\n`,
  },
  { name: 'reversed', wanted: 'refuse', readme: (start, end) => `# Title\n\n${end}\nmine\n${start}\n\n## Mine\n` },
  {
    name: 'crossed with a block of markdown-toc',
    wanted: 'refuse',
    readme: (start, end) => `# Title\n\n<!-- toc -->\n${start}\nold\n<!-- tocstop -->\n${end}\n\n## Mine\n`,
  },
  {
    name: 'in two cells of a table',
    wanted: 'refuse',
    readme: (start, end) => `# Title\n\n| a | b |\n| - | - |\n| ${start} | ${end} |\n\n## Mine\n`,
  },
  {
    name: 'half in emphasis',
    wanted: 'refuse',
    readme: (start, end) => `# Title\n\n*mine ${start}old* mine${end}\n\n## Mine\n`,
  },
  { name: 'a generator that fails', wanted: 'refuse', readme: plain, broken: true },
  { name: 'edited by hand', wanted: 'refuse', readme: plain, edited: true },
]
