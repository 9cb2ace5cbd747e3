/** JSON Schema (draft 7) of a list of releases, as `releases` makes it. */
export const releaseSchema: object = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Releases of changelog-gen',
  type: 'array',
  items: { $ref: '#/definitions/release' },
  definitions: {
    release: object(
      {
        version: { type: 'string' },
        tag: { type: 'string' },
        package: { type: 'string' },
        date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
        prerelease: { type: 'boolean' },
        range: object({ from: ref('point'), to: ref('point'), commits: { type: 'integer', minimum: 0 } }, [
          'to',
          'commits',
        ]),
        sections: list(
          object(
            { id: { type: 'string' }, title: { type: 'string' }, entries: { ...list(ref('entry')), minItems: 1 } },
            ['id', 'title', 'entries'],
          ),
        ),
        contributors: list(ref('contributor')),
        omitted: list(ref('omission')),
        compareUrl: { type: 'string', format: 'uri' },
      },
      ['prerelease', 'range', 'sections', 'contributors', 'omitted'],
    ),
    // Empty only where a repository has no commit.
    point: object(
      {
        sha: { type: 'string', pattern: '^(?:[0-9a-f]{40}|[0-9a-f]{64})?$' },
        tag: { type: 'string' },
        version: { type: 'string' },
      },
      ['sha'],
    ),
    entry: object(
      {
        id: { type: 'string' },
        text: { type: 'string' },
        format: { enum: ['text', 'markdown'] },
        details: { type: 'string' },
        type: { type: 'string' },
        scope: { type: 'string' },
        breaking: { type: 'boolean' },
        breakingNote: { type: 'string' },
        references: list(ref('reference')),
        authors: list(ref('contributor')),
        shas: list({ type: 'string' }),
        pr: { type: 'integer' },
        dependency: object(
          {
            name: { type: 'string' },
            from: { type: 'string' },
            to: { type: 'string' },
            prs: list({ type: 'integer' }),
          },
          ['name', 'to', 'prs'],
        ),
        bump: { enum: ['major', 'minor', 'patch', 'none'] },
        origins: { type: 'object', additionalProperties: { type: 'string' } },
      },
      ['id', 'text', 'format', 'breaking', 'references', 'authors', 'shas', 'bump'],
    ),
    reference: object(
      {
        raw: { type: 'string' },
        id: { type: 'string' },
        kind: { enum: ['issue', 'pull-request', 'commit'] },
        repository: { type: 'string' },
        action: { type: 'string' },
      },
      ['raw', 'id', 'kind'],
    ),
    contributor: object({ name: { type: 'string' }, login: { type: 'string' }, isNew: { type: 'boolean' } }, ['name']),
    omission: object(
      {
        id: { type: 'string' },
        subject: { type: 'string' },
        reason: {
          enum: [
            'merge',
            'duplicate',
            'reverted',
            'revert',
            'release',
            'fragment',
            'fixup',
            'category',
            'skipped',
            'path',
            'source',
            'folded',
          ],
        },
        partner: { type: 'string' },
      },
      ['id', 'subject', 'reason'],
    ),
  },
}

function object(properties: object, required: readonly string[]): object {
  return { type: 'object', additionalProperties: false, required, properties }
}

function list(items: object): object {
  return { type: 'array', items }
}

function ref(name: string): object {
  return { $ref: `#/definitions/${name}` }
}
