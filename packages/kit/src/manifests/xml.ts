import type { ProjectFiles } from '../project.ts'
import { textOf } from './parse.ts'
import { text } from './values.ts'

/** An XML element without its comments; names and attributes have no namespace prefix. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** All text directly inside it. */
  readonly text: string
}

interface OpenElement extends XmlElement {
  children: XmlElement[]
  text: string
}

/** Reads an XML file as lenient as can be: entities of its own are not resolved, so no file can make it grow. */
export async function readXml(files: ProjectFiles, path: string): Promise<XmlElement> {
  const { Parser } = await import('./xml-parser.ts')
  const top: OpenElement = { name: '', attributes: {}, children: [], text: '' }
  const open: OpenElement[] = [top]
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element: OpenElement = { name: local(name), attributes, children: [], text: '' }
        open.at(-1)?.children.push(element)
        open.push(element)
      },
      ontext(data) {
        const element = open.at(-1)
        if (element) element.text += data
      },
      onclosetag() {
        open.pop()
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(textOf(files, path))
  return top
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Follows names from an element to the first element there. */
export function element(from: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  return names.reduce((at, name) => at?.children.find((child) => child.name === name), from)
}

/** The text of the first element that names lead to, without space around it. */
export function elementText(from: XmlElement | undefined, ...names: readonly string[]): string | undefined {
  return text(element(from, ...names)?.text)
}
