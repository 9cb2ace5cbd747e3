/** What git-cliff 2.14 sorts by where a config names no parsers: the groups of its own config, which others are laid over. */
export const usualParsers: readonly object[] = [
  group('^feat', 0, '🚀 Features'),
  group('^fix', 1, '🐛 Bug Fixes'),
  group('^doc', 3, '📚 Documentation'),
  group('^perf', 4, '⚡ Performance'),
  group('^refactor', 2, '🚜 Refactor'),
  group('^style', 5, '🎨 Styling'),
  group('^test', 6, '🧪 Testing'),
  ...['release\\): prepare for', 'deps.*\\)', 'pr\\)', 'pull\\)'].map((scope) => ({
    message: `^chore\\(${scope}`,
    skip: true,
  })),
  group('^chore|^ci', 7, '⚙️ Miscellaneous Tasks'),
  { body: '.*security', group: '<!-- 8 -->🛡️ Security' },
  group('^revert', 9, '◀️ Revert'),
  group('.*', 10, '💼 Other'),
]

function group(message: string, place: number, title: string): object {
  return { message, group: `<!-- ${place} -->${title}` }
}
