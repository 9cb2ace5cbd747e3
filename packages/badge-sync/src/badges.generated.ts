// Made by `npm run generate` from src/badges/. Do not edit.
import type { Badge } from './badge.ts'
import { badges as ci } from './badges/ci.ts'
import { badges as community } from './badges/community.ts'
import { badges as editors } from './badges/editors.ts'
import { badges as github } from './badges/github.ts'
import { badges as go } from './badges/go.ts'
import { badges as languages } from './badges/languages.ts'
import { badges as npm } from './badges/npm.ts'
import { badges as packages } from './badges/packages.ts'
import { badges as php } from './badges/php.ts'
import { badges as python } from './badges/python.ts'
import { badges as quality } from './badges/quality.ts'
import { badges as rust } from './badges/rust.ts'
import { badges as written } from './badges/written.ts'

export const badges: readonly Badge[] = [
  ...ci,
  ...community,
  ...editors,
  ...github,
  ...go,
  ...languages,
  ...npm,
  ...packages,
  ...php,
  ...python,
  ...quality,
  ...rust,
  ...written,
]
