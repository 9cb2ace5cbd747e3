import { commonTypes } from '../message/common-types.ts'
import { type Category, namedTypes } from '../model/category.ts'
import { defaultCategories } from '../model/default-categories.ts'
import type { Types } from './rule.ts'

/** What a type is told to be, where a project says nothing else: those of Angular, which everybody has seen. */
const usual = ['feat', 'fix', 'perf', 'docs', 'refactor', 'test', 'build', 'ci', 'chore', 'style', 'revert']

/** The types that a project's categories name, and those that all tools know. */
export function typesOf(categories: readonly Category[]): Types {
  const named = namedTypes(categories)
  // The default categories name many words that a free text may start with, too; they are not what to tell people of.
  const own = categories === defaultCategories ? [] : [...named].filter((type) => type !== '*')
  return {
    has: (type) => named.has('*') || named.has(type.toLowerCase()) || commonTypes.has(type.toLowerCase()),
    told: [...new Set([...own, ...usual])],
  }
}
