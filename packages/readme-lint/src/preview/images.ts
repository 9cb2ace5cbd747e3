import type { Project } from '@frontdoor/kit/project'
import type { Element, Root } from 'hast'
import type { Showing } from '../hosts.ts'
import { relativeAddress } from '../readme/address.ts'
import { ownAddress } from '../readme/own-file.ts'
import { elementsIn } from '../render/walk.ts'
import { isLost } from '../shown/lost.ts'
import { addressState, type Placed } from '../shown/relative.ts'

/** Folder of the page under which the files of the project are. */
export const filesFolder = 'files'

/** Attributes that load something, and where the page finds what it may load only when the reader says so. */
const loading = { src: 'dataSrc', srcSet: 'dataSrcSet', poster: 'dataPoster' } as const

/**
 * Leads the images of a rendered README to the files of the project where the host has them from there, and takes the addresses
 * of others away until the reader wants them.
 *
 * @returns paths of the files, relative to the root of the repository
 */
export function placeImages(tree: Root, placed: Placed, showing: Showing): ReadonlySet<string> {
  const files = new Set<string>()
  const place = placer(placed, showing, files)
  for (const element of elementsIn(tree)) placeIn(element, place)
  return files
}

function placeIn({ properties }: Element, place: (url: string) => Place): void {
  for (const [name, kept] of Object.entries(loading)) {
    const value = properties[name]
    if (value === undefined || value === null) continue
    const candidates = name === 'srcSet' ? candidatesOf(value) : [[String(value)]]
    const places = candidates.map(([url = '', ...size]) => ({ ...place(url), size }))
    const text = places
      .filter(({ url }) => url !== '')
      .map(({ url, size }) => [url, ...size].join(' '))
      .join(', ')
    delete properties[name]
    if (text !== '') properties[places.some(({ remote }) => remote) ? kept : name] = text
  }
}

/** The candidates of a `srcset`, each an address and its size. */
function candidatesOf(value: unknown): string[][] {
  const written = Array.isArray(value) ? value.map(String) : String(value).split(/,\s+|,(?=\S+\s)/)
  return written.map((candidate) => candidate.trim().split(/\s+/))
}

interface Place {
  /** Empty for what is not shown at all. */
  readonly url: string
  readonly remote: boolean
}

function placer({ project, path }: Placed, showing: Showing, files: Set<string>): (url: string) => Place {
  const showsRelative = !isLost(addressState(showing, { image: true }, project))
  return (url) => {
    if (/^data:image\//i.test(url)) return { url, remote: false }
    const address = ownAddress(url, path, project)
    const isRelative = relativeAddress(url, path, project) !== undefined
    if (address && isImage(address.inRoot) && isFile(project, address.path) && (showsRelative || !isRelative)) {
      files.add(address.inRoot)
      const fragment = /#.*$/.exec(url)?.[0] ?? ''
      return { url: urlOf(address.inRoot) + fragment, remote: false }
    }
    const remote = /^(?:https?:)?\/\//i.test(url)
    return { url: remote ? url.replace(/^\/\//, 'https://') : '', remote }
  }
}

function isFile({ files }: Project, path: string): boolean {
  return files.kind(path) === 'file'
}

function urlOf(path: string): string {
  return `${filesFolder}/${path.split('/').map(encodeURIComponent).join('/')}`
}

const types: Readonly<Record<string, string>> = {
  apng: 'image/apng',
  avif: 'image/avif',
  bmp: 'image/bmp',
  gif: 'image/gif',
  ico: 'image/x-icon',
  jfif: 'image/jpeg',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
}

/** Media type of an image, by the name of its file; undefined for whatever is none. */
export function imageType(path: string): string | undefined {
  return types[/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '']
}

function isImage(path: string): boolean {
  return imageType(path) !== undefined
}
