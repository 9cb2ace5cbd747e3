import { createHash } from 'node:crypto'
import type { Assets } from './assets.ts'
import type { View } from './view.ts'

/** A page with the policy that its server may send in a header, too. */
export interface Page {
  readonly html: string
  readonly policy: string
}

/** All that a page without a server holds. */
export interface Contents {
  readonly view: View
  /** What hosts show, by their names. */
  readonly frames: ReadonlyMap<string, string>
}

/** The page that asks the server for its contents. */
export function servedPage(assets: Assets): Page {
  const meta = '<meta name="readme-lint-server" content="here">'
  return pageOf(assets, { meta, connect: "'self'", images: "'self'" })
}

/** The page that holds its contents, for any server or none. */
export function writtenPage(assets: Assets, { view, frames }: Contents): Page {
  const data = [
    dataBlock('data-view', view),
    ...[...frames].map(([host, html]) => dataBlock(`data-frame-${host}`, html)),
  ].join('\n')
  // A page that is opened as a file has no origin that could be 'self'.
  return pageOf(assets, { data, connect: "'none'", images: "'self' file:" })
}

/** What a written page is known by, so that no other file is written over. */
export const generator = '<meta name="generator" content="readme-lint preview">'

interface Parts {
  readonly meta?: string
  readonly data?: string
  readonly connect: string
  /** Where images of the project come from. */
  readonly images: string
}

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect x='2' y='1' width='12' height='14' rx='2' fill='%230b57d0'/%3E%3Cpath d='M5 5h6M5 8h6M5 11h3' stroke='white' stroke-width='1.4'/%3E%3C/svg%3E"

function pageOf({ html, css, frameCss, script }: Assets, { meta = '', data = '', connect, images }: Parts): Page {
  // Frames inherit this policy and have a stricter one of their own, in which images of others are allowed by a switch only.
  const policy = [
    "default-src 'none'",
    `script-src '${digest(script)}'`,
    `style-src-elem '${digest(css)}' '${digest(frameCss)}'`,
    "style-src-attr 'unsafe-inline'",
    `img-src ${images} data: https: http:`,
    `media-src ${images} data: https: http:`,
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${generator}
<meta name="readme-lint-images" content="${images}">
<meta name="readme-lint-frame-style" content="${digest(frameCss)}">
${meta}
<title>readme-lint preview</title>
<link rel="icon" href="${icon}">
<style>${css}</style>
</head>
<body>
${html}
<script type="text/plain" id="frame-style">${frameCss}</script>
${data}
<script>${script}</script>
</body>
</html>
`
  return { html: page, policy }
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

/** JSON in a page: no README can end the element that it stands in. */
function dataBlock(id: string, value: unknown): string {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c')
  return `<script type="application/json" id="${id}">${json}</script>`
}
