import type { FromSchema } from 'json-schema-to-ts'

/** JSON Schema of the JSON report, version 1. All three tools write this shape. */
export const reportSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Frontdoor report',
  description: 'What readme-lint, changelog-gen or badge-sync has to say about files.',
  type: 'object',
  additionalProperties: false,
  required: ['version', 'tool', 'files', 'summary'],
  properties: {
    version: { const: 1, description: 'Grows when a reader of this version would no longer understand the report.' },
    tool: { type: 'string', description: 'Name of the tool that speaks.' },
    files: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['path', 'findings'],
        properties: {
          path: { type: 'string', description: 'Relative to the working directory, with forward slashes.' },
          findings: { type: 'array', items: { $ref: '#/definitions/finding' } },
        },
      },
    },
    summary: {
      type: 'object',
      additionalProperties: false,
      required: ['errors', 'warnings', 'infos', 'fixable'],
      properties: {
        errors: { $ref: '#/definitions/count' },
        warnings: { $ref: '#/definitions/count' },
        infos: { $ref: '#/definitions/count' },
        fixable: { $ref: '#/definitions/count' },
      },
    },
  },
  definitions: {
    count: { type: 'integer', minimum: 0 },
    offset: { type: 'integer', minimum: 0, description: 'UTF-16 code units from the start of the file.' },
    finding: {
      type: 'object',
      additionalProperties: false,
      required: ['rule', 'severity', 'message', 'start', 'end'],
      properties: {
        rule: { type: 'string' },
        severity: { enum: ['error', 'warning', 'info'] },
        message: { type: 'string' },
        hosts: {
          type: 'array',
          items: { type: 'string' },
          description: 'Names of the hosts it concerns; absent means every place.',
        },
        start: { $ref: '#/definitions/place' },
        end: { $ref: '#/definitions/place', description: 'The first place outside.' },
        fix: { $ref: '#/definitions/fix' },
      },
    },
    place: {
      type: 'object',
      additionalProperties: false,
      required: ['line', 'column', 'offset'],
      properties: {
        line: { type: 'integer', minimum: 1 },
        column: { type: 'integer', minimum: 1, description: 'In UTF-16 code units; a byte order mark has no column.' },
        offset: { $ref: '#/definitions/offset' },
      },
    },
    fix: {
      type: 'object',
      additionalProperties: false,
      required: ['safe', 'edits'],
      properties: {
        safe: { type: 'boolean', description: 'Safe to apply without a choice; otherwise a suggestion.' },
        edits: {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['start', 'end', 'text'],
            properties: {
              start: { $ref: '#/definitions/offset' },
              end: { $ref: '#/definitions/offset' },
              text: { type: 'string', description: 'Takes the place of the range.' },
            },
          },
        },
      },
    },
  },
} as const

/** A report as `reportSchema` describes it. */
export type JsonReport = FromSchema<typeof reportSchema>
