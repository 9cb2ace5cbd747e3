import { slug } from 'github-slugger'

/** Gives each heading of a document its anchor, in document order. */
export interface Slugger {
  slug(text: string): string
}

/** Gives the second heading of the same anchor a `-1` behind it, the third a `-2`. */
export function counting(base: (text: string) => string): Slugger {
  const taken = new Map<string, number>()
  return {
    slug(text) {
      const first = base(text)
      let count = taken.get(first) ?? 0
      let unique = first
      while (taken.has(unique)) unique = `${first}-${++count}`
      taken.set(unique, 0)
      if (count > 0) taken.set(first, count)
      return unique
    },
  }
}

/**
 * Anchors as GitHub makes them. It keeps the joiners in emoji and in Persian words, which github-slugger leaves out
 * (abhisheknaiidu/awesome-github-profile-readme#1663, trungdq88/Awesome-Black-Friday-Cyber-Monday#1649).
 */
export function githubSlugger(): Slugger {
  return counting((text) =>
    text
      .split(/([\u200C\u200D])/)
      .map((part, index) => (index % 2 === 1 ? part : slug(part)))
      .join(''),
  )
}
