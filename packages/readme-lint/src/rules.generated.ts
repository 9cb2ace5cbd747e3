// Made by `npm run generate` from src/rules/. Do not edit.
import { rule as codeLanguage } from './rules/code/language.ts'
import { rule as codePrompt } from './rules/code/prompt.ts'
import { rule as detailsBlankAfterSummary } from './rules/details/blank-after-summary.ts'
import { rule as detailsMissingSummary } from './rules/details/missing-summary.ts'
import { rule as detailsUnbalanced } from './rules/details/unbalanced.ts'
import { rule as hostRelativeImage } from './rules/host/relative-image.ts'
import { rule as hostRelativeLink } from './rules/host/relative-link.ts'
import { rule as imageAlt } from './rules/image/alt.ts'
import { rule as linkDeadAnchor } from './rules/link/dead-anchor.ts'
import { rule as linkDeadFile } from './rules/link/dead-file.ts'
import { rule as metaEngines } from './rules/meta/engines.ts'
import { rule as metaInstallName } from './rules/meta/install-name.ts'
import { rule as metaLicenseName } from './rules/meta/license-name.ts'
import { rule as metaNpxBin } from './rules/meta/npx-bin.ts'
import { rule as metaRepoUrl } from './rules/meta/repo-url.ts'
import { rule as metaVersionSnippet } from './rules/meta/version-snippet.ts'
import { rule as sectionHelp } from './rules/section/help.ts'
import { rule as sectionInstall } from './rules/section/install.ts'
import { rule as sectionLicense } from './rules/section/license.ts'
import { rule as sponsorMissing } from './rules/sponsor/missing.ts'
import { rule as textCopyrightYear } from './rules/text/copyright-year.ts'
import { rule as textInvisible } from './rules/text/invisible.ts'
import { rule as textPlaceholder } from './rules/text/placeholder.ts'
import { rule as textSecret } from './rules/text/secret.ts'
import { rule as topDocsLink } from './rules/top/docs-link.ts'
import { rule as topOneLiner } from './rules/top/one-liner.ts'
import { rule as topSourceLink } from './rules/top/source-link.ts'
import { rule as topTitle } from './rules/top/title.ts'
import type { Rule } from './rule.ts'

export const rules: readonly Rule[] = [
  codeLanguage,
  codePrompt,
  detailsBlankAfterSummary,
  detailsMissingSummary,
  detailsUnbalanced,
  hostRelativeImage,
  hostRelativeLink,
  imageAlt,
  linkDeadAnchor,
  linkDeadFile,
  metaEngines,
  metaInstallName,
  metaLicenseName,
  metaNpxBin,
  metaRepoUrl,
  metaVersionSnippet,
  sectionHelp,
  sectionInstall,
  sectionLicense,
  sponsorMissing,
  textCopyrightYear,
  textInvisible,
  textPlaceholder,
  textSecret,
  topDocsLink,
  topOneLiner,
  topSourceLink,
  topTitle,
]
