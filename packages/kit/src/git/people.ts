/** Under which addresses assistants say that they helped, as seen in 190 repositories on 2026-11-28. People work there, too. */
const assistants = [
  '(?:noreply|claude)@anthropic',
  '(?:noreply|codex)@openai',
  '(?:cursoragent|ai)@cursor',
  'amp@ampcode',
  'copilot@github',
  'grok@x',
  'qwen-coder@alibabacloud',
].map((address) => String.raw`^${address}\.[a-z]+$`)

const bots = new RegExp(
  [
    String.raw`\[bot\]`,
    String.raw`^(?:dependabot|renovate|greenkeeper|snyk|imgbot|allcontributors|mergify|pyup|codecov|depfu|semantic-release)\b`,
    String.raw`(?:^|[\s._-])bot$|[\s._-]robot$|\(bot\)$|^pytorch(?:merge)?bot$`,
    '^(?:github[ -]actions|github|web-flow|pre-commit-ci)$',
    // Who merges for a review system.
    '^(?:bors|zuul|(?:openstack )?jenkins|gerrit code review)$',
    String.raw`bot@|noreply@(?:github\.com|weblate\.org)$|^action@github\.com$`,
    String.raw`^(?:\d+\+)?(?:copilot|cursoragent)@users\.noreply\.github\.com$`,
    ...assistants,
  ].join('|'),
  'i',
)

/** True for a program that writes or merges commits, and for an assistant, by the name and address in a commit. */
export function isBot(name: string, email = ''): boolean {
  return bots.test(name) || bots.test(email)
}

/** The account on GitHub that a private address names. */
export function loginAt(email: string): string | undefined {
  return /^(?:\d+\+)?([a-z\d](?:[a-z\d-]*[a-z\d])?)@users\.noreply\.github\.com$/i.exec(email)?.[1]
}
