// Made by `npm run generate` from src/rules/. Do not edit.
import { rule as badgeDefunct } from './rules/badge/defunct.ts'
import { rule as badgeNoLink } from './rules/badge/no-link.ts'
import { rule as badgeWrongBranch } from './rules/badge/wrong-branch.ts'
import { rule as badgeWrongRepo } from './rules/badge/wrong-repo.ts'
import { rule as detailsAnchorInside } from './rules/details/anchor-inside.ts'
import { rule as detailsBlankAfterSummary } from './rules/details/blank-after-summary.ts'
import { rule as detailsBlankBeforeClose } from './rules/details/blank-before-close.ts'
import { rule as detailsBlankInsideCode } from './rules/details/blank-inside-code.ts'
import { rule as detailsHidesEssentials } from './rules/details/hides-essentials.ts'
import { rule as detailsLongSection } from './rules/details/long-section.ts'
import { rule as detailsMarkdownInSummary } from './rules/details/markdown-in-summary.ts'
import { rule as detailsMissingSummary } from './rules/details/missing-summary.ts'
import { rule as detailsUnbalanced } from './rules/details/unbalanced.ts'
import { rule as hostRelativeImage } from './rules/host/relative-image.ts'
import { rule as hostRelativeLink } from './rules/host/relative-link.ts'
import { rule as htmlBlockSwallowsMarkdown } from './rules/html/block-swallows-markdown.ts'
import { rule as htmlCenter } from './rules/html/center.ts'
import { rule as htmlCommentUnclosed } from './rules/html/comment-unclosed.ts'
import { rule as htmlInlineStyle } from './rules/html/inline-style.ts'
import { rule as htmlUnclosed } from './rules/html/unclosed.ts'
import { rule as imageAlt } from './rules/image/alt.ts'
import { rule as imageAltGeneric } from './rules/image/alt-generic.ts'
import { rule as imageExpiringUrl } from './rules/image/expiring-url.ts'
import { rule as linkBlobImage } from './rules/link/blob-image.ts'
import { rule as linkDeadAnchor } from './rules/link/dead-anchor.ts'
import { rule as linkDeadFile } from './rules/link/dead-file.ts'
import { rule as linkDefaultBranch } from './rules/link/default-branch.ts'
import { rule as linkHttp } from './rules/link/http.ts'
import { rule as sectionHelp } from './rules/section/help.ts'
import { rule as sectionInstall } from './rules/section/install.ts'
import { rule as sectionLicense } from './rules/section/license.ts'
import { rule as sponsorMissing } from './rules/sponsor/missing.ts'
import { rule as suppressUnused } from './rules/suppress/unused.ts'
import { rule as topBadgeCount } from './rules/top/badge-count.ts'
import { rule as topBadgeOrder } from './rules/top/badge-order.ts'
import { rule as topDocsLink } from './rules/top/docs-link.ts'
import { rule as topOneLiner } from './rules/top/one-liner.ts'
import { rule as topSourceLink } from './rules/top/source-link.ts'
import { rule as topTitle } from './rules/top/title.ts'
import type { Rule } from './rule.ts'

export const rules: readonly Rule[] = [
  badgeDefunct,
  badgeNoLink,
  badgeWrongBranch,
  badgeWrongRepo,
  detailsAnchorInside,
  detailsBlankAfterSummary,
  detailsBlankBeforeClose,
  detailsBlankInsideCode,
  detailsHidesEssentials,
  detailsLongSection,
  detailsMarkdownInSummary,
  detailsMissingSummary,
  detailsUnbalanced,
  hostRelativeImage,
  hostRelativeLink,
  htmlBlockSwallowsMarkdown,
  htmlCenter,
  htmlCommentUnclosed,
  htmlInlineStyle,
  htmlUnclosed,
  imageAlt,
  imageAltGeneric,
  imageExpiringUrl,
  linkBlobImage,
  linkDeadAnchor,
  linkDeadFile,
  linkDefaultBranch,
  linkHttp,
  sectionHelp,
  sectionInstall,
  sectionLicense,
  sponsorMissing,
  suppressUnused,
  topBadgeCount,
  topBadgeOrder,
  topDocsLink,
  topOneLiner,
  topSourceLink,
  topTitle,
]
