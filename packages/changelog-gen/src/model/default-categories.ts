import type { Bump } from '../change.ts'
import type { Category, Condition } from './category.ts'

const dependencyScopes = ['deps', 'dependencies', 'dep', 'npm', 'deps-optional']

const quiet = ['chore', 'build', 'ci', 'docs', 'test']

/**
 * The categories of a project that has set none. The words are those of Angular, conventional-changelog, gitmoji, ESLint and NumPy.
 * What changes nothing for users is hidden unless it breaks something; text without a type is never hidden.
 */
export const defaultCategories: readonly Category[] = [
  listed('breaking', 'Breaking Changes', 'major', { type: ['breaking'] }),
  listed('security', 'Security', 'patch', { type: ['security', 'sec'] }, { label: ['security'] }),
  // Whatever it is called, users do not get it.
  { ...listed('internal', 'Internal', 'none', { dependency: 'development', breaking: false }), hidden: true },
  listed(
    'dependencies',
    'Dependencies',
    'none',
    { type: quiet, scope: dependencyScopes, breaking: false },
    { type: quiet, dependency: true, breaking: false },
  ),
  listed('dependencies', 'Dependencies', 'patch', { type: ['fix', 'perf', 'security'], scope: dependencyScopes }),
  listed(
    'features',
    'Features',
    'minor',
    { type: ['feat', 'feature', 'features', 'new', 'add', 'added', 'enh', 'enhancement'] },
    { label: ['enhancement', 'feature'] },
  ),
  listed(
    'fixes',
    'Bug Fixes',
    'patch',
    { type: ['fix', 'fixes', 'fixed', 'bug', 'bugfix', 'hotfix'] },
    { label: ['bug'] },
  ),
  listed('performance', 'Performance Improvements', 'patch', { type: ['perf', 'performance', 'simd'] }),
  listed('deprecations', 'Deprecations', 'minor', { type: ['deprecate', 'deprecated', 'deprecation'] }),
  listed('removals', 'Removals', 'minor', { type: ['remove', 'removed', 'removal'] }),
  listed('reverts', 'Reverts', 'patch', { type: ['revert', 'reverts', 'rev'] }),
  listed(
    'changes',
    'Changes',
    'patch',
    { type: ['change', 'changed', 'update', 'updated', 'api', 'improve', 'improvement'] },
    { breaking: true },
  ),
  // The last of the same key says where the section stands.
  listed(
    'dependencies',
    'Dependencies',
    'patch',
    { type: ['deps', 'upgrade', 'upgrades'] },
    { dependency: true },
    { label: ['dependencies'] },
  ),
  {
    ...listed('internal', 'Internal', 'none', {
      type: [
        ...[
          'docs',
          'doc',
          'style',
          'sty',
          'refactor',
          'test',
          'tests',
          'tst',
          'testing',
          'build',
          'bld',
          'ci',
          'chore',
          'chores',
        ],
        ...[
          'maint',
          'mnt',
          'typ',
          'types',
          'bench',
          'benchmark',
          'dev',
          'wip',
          'typo',
          'lint',
          'release',
          'rel',
          'changelog',
          'dx',
          'examples',
          'example',
          'playground',
          'misc',
          'site',
          'website',
        ],
      ],
    }),
    hidden: true,
  },
  listed('other', 'Other Changes', 'patch'),
]

function listed(id: string, title: string, bump: Bump, ...when: Condition[]): Category {
  return { id, title, bump, when, hidden: false, source: 'the default categories' }
}
