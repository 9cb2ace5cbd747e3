/** Tags that GitHub Flavored Markdown shows as text (its specification 0.29, section 6.11, 2026-11-26). */
export const tagfilter = 'iframe noembed noframes plaintext script style textarea title xmp'
