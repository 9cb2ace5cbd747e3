import { slug } from 'github-slugger'

/** Gives each heading of a document its anchor, in document order. */
export interface Slugger {
  slug(text: string): string
}

/** Gives the second heading of the same anchor a `-1` behind it, the third a `-2`; or counts from another number. */
export function counting(base: (text: string) => string, from = 1): Slugger {
  const taken = new Map<string, number>()
  return {
    slug(text) {
      const first = base(text)
      let next = taken.get(first) ?? from
      let unique = first
      while (taken.has(unique)) unique = `${first}-${next++}`
      taken.set(unique, from)
      if (unique !== first) taken.set(first, next)
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
