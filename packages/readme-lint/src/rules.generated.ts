// Made by `npm run generate` from src/rules/. Do not edit.
import { rule as detailsBlankAfterSummary } from './rules/details/blank-after-summary.ts'
import { rule as detailsMissingSummary } from './rules/details/missing-summary.ts'
import { rule as detailsUnbalanced } from './rules/details/unbalanced.ts'
import { rule as hostRelativeImage } from './rules/host/relative-image.ts'
import { rule as hostRelativeLink } from './rules/host/relative-link.ts'
import { rule as imageAlt } from './rules/image/alt.ts'
import { rule as linkDeadAnchor } from './rules/link/dead-anchor.ts'
import { rule as linkDeadFile } from './rules/link/dead-file.ts'
import { rule as linkDeadUrl } from './rules/link/dead-url.ts'
import { rule as linkRedirect } from './rules/link/redirect.ts'
import { rule as sectionHelp } from './rules/section/help.ts'
import { rule as sectionInstall } from './rules/section/install.ts'
import { rule as sectionLicense } from './rules/section/license.ts'
import { rule as sponsorMissing } from './rules/sponsor/missing.ts'
import { rule as topDocsLink } from './rules/top/docs-link.ts'
import { rule as topOneLiner } from './rules/top/one-liner.ts'
import { rule as topSourceLink } from './rules/top/source-link.ts'
import { rule as topTitle } from './rules/top/title.ts'
import type { Rule } from './rule.ts'

export const rules: readonly Rule[] = [
  detailsBlankAfterSummary,
  detailsMissingSummary,
  detailsUnbalanced,
  hostRelativeImage,
  hostRelativeLink,
  imageAlt,
  linkDeadAnchor,
  linkDeadFile,
  linkDeadUrl,
  linkRedirect,
  sectionHelp,
  sectionInstall,
  sectionLicense,
  sponsorMissing,
  topDocsLink,
  topOneLiner,
  topSourceLink,
  topTitle,
]
