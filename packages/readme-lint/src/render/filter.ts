import type { Root } from 'hast'
import { sanitize } from 'hast-util-sanitize'
import type { Host } from '../host.ts'
import type { Origins } from './origins.ts'
import { sanitizeSchema } from './sanitize-schema.ts'
import { elementsIn } from './walk.ts'

/** What a host lets through of a tree. */
export function filter(tree: Root, host: Host, origins: Origins): Root {
  const schema = sanitizeSchema(host)
  if (!schema) return tree
  const tagNames = [...(schema.tagNames ?? []), origins.name]
  const attributes = { ...schema.attributes, '*': [...(schema.attributes?.['*'] ?? []), origins.property] }
  lowerSchemes(tree)
  const left = sanitize(tree, { ...schema, tagNames, attributes }) as Root
  // Of classes that may not stay, the attribute would.
  for (const { properties } of elementsIn(left)) {
    if (Array.isArray(properties.className) && properties.className.length === 0) delete properties.className
  }
  return left
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
