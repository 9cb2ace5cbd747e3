// Made by `npm run generate` from src/rules/. Do not edit.
import { rule as detailsBlankAfterSummary } from './rules/details/blank-after-summary.ts'
import { rule as detailsHost } from './rules/details/host.ts'
import { rule as detailsMissingSummary } from './rules/details/missing-summary.ts'
import { rule as detailsOpenAttr } from './rules/details/open-attr.ts'
import { rule as detailsUnbalanced } from './rules/details/unbalanced.ts'
import { rule as hostAlert } from './rules/host/alert.ts'
import { rule as hostAltRegex } from './rules/host/alt-regex.ts'
import { rule as hostAnchor } from './rules/host/anchor.ts'
import { rule as hostEmojiShortcode } from './rules/host/emoji-shortcode.ts'
import { rule as hostFootnote } from './rules/host/footnote.ts'
import { rule as hostGhModeFragment } from './rules/host/gh-mode-fragment.ts'
import { rule as hostImageDomain } from './rules/host/image-domain.ts'
import { rule as hostMath } from './rules/host/math.ts'
import { rule as hostMermaid } from './rules/host/mermaid.ts'
import { rule as hostMonorepoDirectory } from './rules/host/monorepo-directory.ts'
import { rule as hostPictureFallback } from './rules/host/picture-fallback.ts'
import { rule as hostRelativeImage } from './rules/host/relative-image.ts'
import { rule as hostRelativeLink } from './rules/host/relative-link.ts'
import { rule as hostRelativeSrcset } from './rules/host/relative-srcset.ts'
import { rule as hostSize } from './rules/host/size.ts'
import { rule as hostSvgUntrusted } from './rules/host/svg-untrusted.ts'
import { rule as hostTaskList } from './rules/host/task-list.ts'
import { rule as hostVsceTemplate } from './rules/host/vsce-template.ts'
import { rule as htmlDroppedAttribute } from './rules/html/dropped-attribute.ts'
import { rule as htmlDroppedTag } from './rules/html/dropped-tag.ts'
import { rule as imageAlt } from './rules/image/alt.ts'
import { rule as linkDeadAnchor } from './rules/link/dead-anchor.ts'
import { rule as linkDeadFile } from './rules/link/dead-file.ts'
import { rule as sectionChangelogLink } from './rules/section/changelog-link.ts'
import { rule as sectionCodeOfConduct } from './rules/section/code-of-conduct.ts'
import { rule as sectionContributing } from './rules/section/contributing.ts'
import { rule as sectionDuplicate } from './rules/section/duplicate.ts'
import { rule as sectionEmpty } from './rules/section/empty.ts'
import { rule as sectionFeatures } from './rules/section/features.ts'
import { rule as sectionHelp } from './rules/section/help.ts'
import { rule as sectionInstall } from './rules/section/install.ts'
import { rule as sectionLanding } from './rules/section/landing.ts'
import { rule as sectionLicense } from './rules/section/license.ts'
import { rule as sectionOrder } from './rules/section/order.ts'
import { rule as sectionSecurity } from './rules/section/security.ts'
import { rule as sectionUsage } from './rules/section/usage.ts'
import { rule as sponsorAlt } from './rules/sponsor/alt.ts'
import { rule as sponsorMarkers } from './rules/sponsor/markers.ts'
import { rule as sponsorMismatch } from './rules/sponsor/mismatch.ts'
import { rule as sponsorMissing } from './rules/sponsor/missing.ts'
import { rule as tocMissing } from './rules/toc/missing.ts'
import { rule as tocOutOfSync } from './rules/toc/out-of-sync.ts'
import { rule as topDocsLink } from './rules/top/docs-link.ts'
import { rule as topLanguageSwitch } from './rules/top/language-switch.ts'
import { rule as topLogoSafe } from './rules/top/logo-safe.ts'
import { rule as topOneLiner } from './rules/top/one-liner.ts'
import { rule as topOneLinerMatchesManifest } from './rules/top/one-liner-matches-manifest.ts'
import { rule as topSourceLink } from './rules/top/source-link.ts'
import { rule as topTitle } from './rules/top/title.ts'
import { rule as topTitleMatchesPackage } from './rules/top/title-matches-package.ts'
import type { Rule } from './rule.ts'

export const rules: readonly Rule[] = [
  detailsBlankAfterSummary,
  detailsHost,
  detailsMissingSummary,
  detailsOpenAttr,
  detailsUnbalanced,
  hostAlert,
  hostAltRegex,
  hostAnchor,
  hostEmojiShortcode,
  hostFootnote,
  hostGhModeFragment,
  hostImageDomain,
  hostMath,
  hostMermaid,
  hostMonorepoDirectory,
  hostPictureFallback,
  hostRelativeImage,
  hostRelativeLink,
  hostRelativeSrcset,
  hostSize,
  hostSvgUntrusted,
  hostTaskList,
  hostVsceTemplate,
  htmlDroppedAttribute,
  htmlDroppedTag,
  imageAlt,
  linkDeadAnchor,
  linkDeadFile,
  sectionChangelogLink,
  sectionCodeOfConduct,
  sectionContributing,
  sectionDuplicate,
  sectionEmpty,
  sectionFeatures,
  sectionHelp,
  sectionInstall,
  sectionLanding,
  sectionLicense,
  sectionOrder,
  sectionSecurity,
  sectionUsage,
  sponsorAlt,
  sponsorMarkers,
  sponsorMismatch,
  sponsorMissing,
  tocMissing,
  tocOutOfSync,
  topDocsLink,
  topLanguageSwitch,
  topLogoSafe,
  topOneLiner,
  topOneLinerMatchesManifest,
  topSourceLink,
  topTitle,
  topTitleMatchesPackage,
]
