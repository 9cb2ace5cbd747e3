// Made by `npm run generate` from src/rules/. Do not edit.
import { rule as badgeDefunct } from './rules/badge/defunct.ts'
import { rule as badgeNoLink } from './rules/badge/no-link.ts'
import { rule as badgeWrongBranch } from './rules/badge/wrong-branch.ts'
import { rule as badgeWrongRepo } from './rules/badge/wrong-repo.ts'
import { rule as codeLanguage } from './rules/code/language.ts'
import { rule as codePrompt } from './rules/code/prompt.ts'
import { rule as detailsAnchorInside } from './rules/details/anchor-inside.ts'
import { rule as detailsBlankAfterSummary } from './rules/details/blank-after-summary.ts'
import { rule as detailsBlankBeforeClose } from './rules/details/blank-before-close.ts'
import { rule as detailsBlankInsideCode } from './rules/details/blank-inside-code.ts'
import { rule as detailsHidesEssentials } from './rules/details/hides-essentials.ts'
import { rule as detailsHost } from './rules/details/host.ts'
import { rule as detailsLongSection } from './rules/details/long-section.ts'
import { rule as detailsMarkdownInSummary } from './rules/details/markdown-in-summary.ts'
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
import { rule as hostLinkScheme } from './rules/host/link-scheme.ts'
import { rule as hostMath } from './rules/host/math.ts'
import { rule as hostMermaid } from './rules/host/mermaid.ts'
import { rule as hostMonorepoDirectory } from './rules/host/monorepo-directory.ts'
import { rule as hostPictureFallback } from './rules/host/picture-fallback.ts'
import { rule as hostRegion } from './rules/host/region.ts'
import { rule as hostRelativeImage } from './rules/host/relative-image.ts'
import { rule as hostRelativeLink } from './rules/host/relative-link.ts'
import { rule as hostRelativeSrcset } from './rules/host/relative-srcset.ts'
import { rule as hostRstError } from './rules/host/rst-error.ts'
import { rule as hostSize } from './rules/host/size.ts'
import { rule as hostSvgUntrusted } from './rules/host/svg-untrusted.ts'
import { rule as hostTaskList } from './rules/host/task-list.ts'
import { rule as hostVsceIssue } from './rules/host/vsce-issue.ts'
import { rule as hostVsceTemplate } from './rules/host/vsce-template.ts'
import { rule as htmlBlockSwallowsMarkdown } from './rules/html/block-swallows-markdown.ts'
import { rule as htmlCenter } from './rules/html/center.ts'
import { rule as htmlCommentUnclosed } from './rules/html/comment-unclosed.ts'
import { rule as htmlDroppedAttribute } from './rules/html/dropped-attribute.ts'
import { rule as htmlDroppedTag } from './rules/html/dropped-tag.ts'
import { rule as htmlInlineStyle } from './rules/html/inline-style.ts'
import { rule as htmlUnclosed } from './rules/html/unclosed.ts'
import { rule as imageAlt } from './rules/image/alt.ts'
import { rule as imageAltGeneric } from './rules/image/alt-generic.ts'
import { rule as imageExpiringUrl } from './rules/image/expiring-url.ts'
import { rule as linkBlank } from './rules/link/blank.ts'
import { rule as linkBlobImage } from './rules/link/blob-image.ts'
import { rule as linkDeadAnchor } from './rules/link/dead-anchor.ts'
import { rule as linkDeadFile } from './rules/link/dead-file.ts'
import { rule as linkDeadUrl } from './rules/link/dead-url.ts'
import { rule as linkDefaultBranch } from './rules/link/default-branch.ts'
import { rule as linkHttp } from './rules/link/http.ts'
import { rule as linkRedirect } from './rules/link/redirect.ts'
import { rule as metaEngines } from './rules/meta/engines.ts'
import { rule as metaInstallName } from './rules/meta/install-name.ts'
import { rule as metaLicenseName } from './rules/meta/license-name.ts'
import { rule as metaNpxBin } from './rules/meta/npx-bin.ts'
import { rule as metaReadmeType } from './rules/meta/readme-type.ts'
import { rule as metaRepoUrl } from './rules/meta/repo-url.ts'
import { rule as metaVersionSnippet } from './rules/meta/version-snippet.ts'
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
import { rule as suppressUnused } from './rules/suppress/unused.ts'
import { rule as textCopyrightYear } from './rules/text/copyright-year.ts'
import { rule as textInvisible } from './rules/text/invisible.ts'
import { rule as textPlaceholder } from './rules/text/placeholder.ts'
import { rule as textSecret } from './rules/text/secret.ts'
import { rule as tocMissing } from './rules/toc/missing.ts'
import { rule as tocOutOfSync } from './rules/toc/out-of-sync.ts'
import { rule as topBadgeCount } from './rules/top/badge-count.ts'
import { rule as topBadgeOrder } from './rules/top/badge-order.ts'
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
  badgeDefunct,
  badgeNoLink,
  badgeWrongBranch,
  badgeWrongRepo,
  codeLanguage,
  codePrompt,
  detailsAnchorInside,
  detailsBlankAfterSummary,
  detailsBlankBeforeClose,
  detailsBlankInsideCode,
  detailsHidesEssentials,
  detailsHost,
  detailsLongSection,
  detailsMarkdownInSummary,
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
  hostLinkScheme,
  hostMath,
  hostMermaid,
  hostMonorepoDirectory,
  hostPictureFallback,
  hostRegion,
  hostRelativeImage,
  hostRelativeLink,
  hostRelativeSrcset,
  hostRstError,
  hostSize,
  hostSvgUntrusted,
  hostTaskList,
  hostVsceIssue,
  hostVsceTemplate,
  htmlBlockSwallowsMarkdown,
  htmlCenter,
  htmlCommentUnclosed,
  htmlDroppedAttribute,
  htmlDroppedTag,
  htmlInlineStyle,
  htmlUnclosed,
  imageAlt,
  imageAltGeneric,
  imageExpiringUrl,
  linkBlank,
  linkBlobImage,
  linkDeadAnchor,
  linkDeadFile,
  linkDeadUrl,
  linkDefaultBranch,
  linkHttp,
  linkRedirect,
  metaEngines,
  metaInstallName,
  metaLicenseName,
  metaNpxBin,
  metaReadmeType,
  metaRepoUrl,
  metaVersionSnippet,
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
  suppressUnused,
  textCopyrightYear,
  textInvisible,
  textPlaceholder,
  textSecret,
  tocMissing,
  tocOutOfSync,
  topBadgeCount,
  topBadgeOrder,
  topDocsLink,
  topLanguageSwitch,
  topLogoSafe,
  topOneLiner,
  topOneLinerMatchesManifest,
  topSourceLink,
  topTitle,
  topTitleMatchesPackage,
]
