/** What a gitmoji means (gitmoji.dev, read 2026-11-22), and what projects that follow it loosely mean. */
export const emojiTypes: ReadonlyMap<string, EmojiMeaning> = new Map<string, EmojiMeaning>([
  ...named('feat', '✨ :sparkles: 🎉 :tada: 🚸 :children_crossing: 💄 :lipstick: 📱 :iphone: ♿ :wheelchair:'),
  ...named('fix', '🐛 :bug: 🚑 :ambulance: 🩹 :adhesive_bandage: 🏁 🍎 🐧 ✏ :pencil2:'),
  ...named('security', '🔒 :lock: 🔐 :closed_lock_with_key:'),
  ...named('perf', '⚡ :zap: 🏎 :racing_car: 🐎 :racehorse:'),
  ...named('remove', '🔥 :fire: ⚰ :coffin:'),
  ...named('deprecate', '🗑 :wastebasket:'),
  ...named('revert', '⏪ :rewind:'),
  ...named('deps', '⬆ :arrow_up: ⬇ :arrow_down: 📌 :pushpin: ➕ :heavy_plus_sign: ➖ :heavy_minus_sign:'),
  ...named('docs', '📝 :memo: 📖 :book: 📚 :books: 💡 :bulb: 👥 :busts_in_silhouette: 🍱 :bento:'),
  ...named('refactor', '♻ :recycle: 🏗 :building_construction: 🚚 :truck: 🎨 :art: 🏷 :label:'),
  ...named('test', '✅ :white_check_mark: 🧪 :test_tube: 📸 :camera_flash: 🤡 :clown_face:'),
  ...named('i18n', '🌐 :globe_with_meridians:'),
  ...named('ci', '👷 :construction_worker: 💚 :green_heart:'),
  ...named(
    'chore',
    '🔧 :wrench: 🔨 :hammer: 🙈 :see_no_evil: 📄 :page_facing_up: 🚨 :rotating_light: 🔀 :twisted_rightwards_arrows: 🚧 :construction: 🔖 :bookmark: 🚀 :rocket: 📦 :package: 🌱 :seedling:',
  ),
  ['💥', { type: 'feat', breaking: true }],
  [':boom:', { type: 'feat', breaking: true }],
])

interface EmojiMeaning {
  readonly type: string
  readonly breaking?: true
}

function named(type: string, emoji: string): [string, EmojiMeaning][] {
  return emoji.split(' ').map((one) => [one, { type }])
}

/** An emoji with its variation selectors and joined parts, or its short code. */
const leading =
  /^(?:\s*(?:(?<emoji>\p{Extended_Pictographic}(?:[\u200D\uFE0F\u{1F3FB}-\u{1F3FF}]|\p{Extended_Pictographic})*)|(?<code>:[a-z0-9_+-]{2,40}:))\s*)+/u

/** The first emoji at the start of a line, as a key of `emojiTypes`, and the line without those at its start. */
export function leadingEmoji(line: string): { emoji: string; rest: string } {
  const first = line.charCodeAt(0)
  // Most lines start with a letter.
  if ((first < 0x80 && first !== 0x3a) || line === '') return { emoji: '', rest: line }
  const match = leading.exec(line)
  if (!match) return { emoji: '', rest: line.replace(/^\uFEFF/, '') }
  const [found] = /\p{Extended_Pictographic}|:[a-z0-9_+-]+:/u.exec(match[0]) ?? ['']
  return { emoji: found, rest: line.slice(match[0].length) }
}
