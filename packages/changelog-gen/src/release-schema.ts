import type { OmissionReason } from './release.ts'

const reasons: Readonly<Record<OmissionReason, true>> = {
  merge: true,
  duplicate: true,
  reverted: true,
  revert: true,
  release: true,
  fragment: true,
  fixup: true,
  category: true,
  skipped: true,
  path: true,
  source: true,
  folded: true,
}

interface ObjectSchema {
  readonly type: 'object'
  readonly additionalProperties: false
  readonly required: readonly string[]
  readonly properties: Readonly<Record<string, object>>
}

interface ReleaseSchema {
  readonly $schema: string
  readonly $id: string
  readonly title: string
  readonly anyOf: readonly object[]
  /** By the names of the types. */
  readonly definitions: Readonly<Record<string, ObjectSchema>>
}

/**
 * JSON Schema (draft 7) of what `notes --format json` prints: a release, or several. The definitions are called as the types are, whose
 * comments the generator adds.
 */
export const releaseSchema: ReleaseSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://raw.githubusercontent.com/frontdoor-tools/frontdoor/HEAD/docs/release.schema.json',
  title: 'Releases of changelog-gen',
  anyOf: [ref('Release'), list(ref('Release'))],
  definitions: {
    Release: object(
      {
        version: { type: 'string' },
        tag: { type: 'string' },
        package: { type: 'string' },
        date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
        prerelease: { type: 'boolean' },
        range: ref('CommitRange'),
        sections: list(ref('Section')),
        contributors: list(ref('Contributor')),
        omitted: list(ref('Omission')),
        compareUrl: { type: 'string', format: 'uri' },
      },
      ['prerelease', 'range', 'sections', 'contributors', 'omitted'],
    ),
    CommitRange: object(
      { from: ref('CommitPoint'), to: ref('CommitPoint'), commits: { type: 'integer', minimum: 0 } },
      ['to', 'commits'],
    ),
    // Empty only where a repository has no commit.
    CommitPoint: object(
      {
        sha: { type: 'string', pattern: '^(?:[0-9a-f]{40}|[0-9a-f]{64})?$' },
        tag: { type: 'string' },
        version: { type: 'string' },
      },
      ['sha'],
    ),
    Section: object(
      { id: { type: 'string' }, title: { type: 'string' }, entries: { ...list(ref('Entry')), minItems: 1 } },
      ['id', 'title', 'entries'],
    ),
    Entry: object(
      {
        id: { type: 'string' },
        text: { type: 'string' },
        format: { enum: ['text', 'markdown'] },
        details: { type: 'string' },
        type: { type: 'string' },
        scope: { type: 'string' },
        breaking: { type: 'boolean' },
        breakingNote: { type: 'string' },
        references: list(ref('Reference')),
        authors: list(ref('Contributor')),
        shas: list({ type: 'string' }),
        pr: { type: 'integer' },
        dependency: ref('DependencyBump'),
        bump: { enum: ['major', 'minor', 'patch', 'none'] },
        origins: { type: 'object', additionalProperties: { type: 'string' } },
      },
      ['id', 'text', 'format', 'breaking', 'references', 'authors', 'shas', 'bump'],
    ),
    DependencyBump: object(
      {
        name: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        prs: list({ type: 'integer' }),
      },
      ['name', 'to', 'prs'],
    ),
    Reference: object(
      {
        raw: { type: 'string' },
        id: { type: 'string' },
        kind: { enum: ['issue', 'pull-request', 'commit'] },
        repository: { type: 'string' },
        action: { type: 'string' },
      },
      ['raw', 'id', 'kind'],
    ),
    Contributor: object({ name: { type: 'string' }, login: { type: 'string' }, isNew: { type: 'boolean' } }, ['name']),
    Omission: object(
      {
        id: { type: 'string' },
        subject: { type: 'string' },
        reason: { enum: Object.keys(reasons) },
        partner: { type: 'string' },
      },
      ['id', 'subject', 'reason'],
    ),
  },
}

function object(properties: ObjectSchema['properties'], required: readonly string[]): ObjectSchema {
  return { type: 'object', additionalProperties: false, required, properties }
}

function list(items: object): object {
  return { type: 'array', items }
}

function ref(name: string): object {
  return { $ref: `#/definitions/${name}` }
}
