import type { Root } from 'hast'
import { sanitize } from 'hast-util-sanitize'
import type { Host } from '../host.ts'
import type { Origins } from './origins.ts'
import { sanitizeSchema } from './sanitize-schema.ts'
import { elementsIn, replaceIn } from './walk.ts'

/** What a host lets through of a tree. */
export function filter(tree: Root, host: Host, origins: Origins): Root {
  const schema = sanitizeSchema(host)
  if (!schema) return tree
  const allowed = schema.tagNames ?? []
  const tagNames = [...allowed, origins.name, ...(host.features['task-list'].does === 'kept' ? ['input'] : [])]
  const attributes = { ...schema.attributes, '*': [...(schema.attributes?.['*'] ?? []), origins.property] }
  lowerSchemes(tree)
  const left = sanitize(tree, { ...schema, tagNames, attributes }) as Root
  if (!allowed.includes('input')) removeWritten(left, 'input', origins)
  // Of classes that may not stay, the attribute would.
  for (const { properties } of elementsIn(left)) {
    if (Array.isArray(properties.className) && properties.className.length === 0) delete properties.className
  }
  return left
}

/** A host may make boxes of its own, and let none through. */
function removeWritten(tree: Root, name: string, origins: Origins): void {
  replaceIn(tree, (node) => (node.type === 'element' && node.tagName === name && origins.of(node) ? [] : undefined))
}

/** `HTTP:` is what `http:` is, but not to the sanitizer here. */
function lowerSchemes(tree: Root): void {
  for (const { properties } of elementsIn(tree)) {
    for (const name of ['href', 'src', 'cite', 'longDesc']) {
      const value = properties[name]
      if (typeof value === 'string')
        properties[name] = value.replace(/^\s*[a-z][a-z\d+.-]*:/i, (scheme) => scheme.toLowerCase())
    }
  }
}
