import type { MarkdownToMdast } from '@frontdoor/markdown/satteri'
import { markdownToMdast } from 'satteri'

/** satteri's parser. A bundle has its JavaScript inside and takes the native code from where the user installed it. */
export const toMdast: MarkdownToMdast = markdownToMdast as MarkdownToMdast
