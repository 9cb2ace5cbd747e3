/** Where release notes are shown. */
export const noteFormats = ['markdown', 'github', 'gitlab', 'npm', 'pypi', 'plain', 'json'] as const

export type NoteFormat = (typeof noteFormats)[number]
