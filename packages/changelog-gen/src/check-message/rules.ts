import type { MessageRule } from './rule.ts'
import { blankLine } from './rules/blank-line.ts'
import { breaking } from './rules/breaking.ts'
import { header } from './rules/header.ts'
import { reading } from './rules/reading.ts'
import { scope } from './rules/scope.ts'
import { trailer } from './rules/trailer.ts'
import { type } from './rules/type.ts'

/** What `check-message` looks at. */
export const messageRules: readonly MessageRule[] = [reading, header, type, scope, blankLine, breaking, trailer]
