import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Link } from '@frontdoor/markdown/links'
import { topOf } from './top.ts'

/** Services and paths whose images are badges. */
const badges =
  /shields\.io|badge|badgen\.net|\/actions\/workflows\/|\/workflows\/[^/]+\/|travis-ci|circleci|appveyor|codecov|coveralls|snyk\.io|pepy\.tech|readthedocs\.org\/projects|deepwiki|contrib\.rocks|star-history|opencollective\.com|isitmaintained|codacy|sonarcloud|scorecard|way2muchnoise/i

/** The image that stands for the project: the first one above the first section that is no badge and no small icon. */
export function logoOf(document: MarkdownDocument): Link | undefined {
  const { end } = topOf(document)
  return document.links.find(
    ({ image, kind, url, start, attribute }) =>
      image && kind !== 'definition' && start < end && attribute?.name !== 'srcset' && !badges.test(url),
  )
}
