import type { Ecosystem, Forge } from '@frontdoor/kit/project'
import type { HtmlList } from './sanitizers/html-list.ts'

/** How sure a fact is: read in the host's source code, in its documentation, or reported by users. */
type Certainty = 'source' | 'documented' | 'reported'

/** Where a fact was read. */
export interface Evidence {
  /** Repository and path, page or issue. */
  readonly source: string
  /** When, as `YYYY-MM-DD`. */
  readonly date: string
  readonly certainty: Certainty
}

/**
 * What a reader finds of something in a README: `kept`; `rewritten` so that it works there; `dropped`, with its text left
 * where it has any; `literal`, its source as text; `broken`, something that leads nowhere or shows wrongly.
 */
export type State = 'kept' | 'rewritten' | 'dropped' | 'literal' | 'broken' | 'unknown'

/** What a host does to something. */
export interface Fact<Does extends string = State> extends Evidence {
  readonly does: Does
  /** What else there is to know, as a part of a sentence. */
  readonly note?: string
}

/** What a host does to an address that is relative to the README; `needs-repository`: rewritten only if the manifest names the repository. */
export interface AddressFact extends Fact<State | 'needs-repository'> {
  /** Kinds of forge that the host can take an address to; absent means any. */
  readonly forges?: readonly Forge[]
  /** What is left of a broken address: an empty one, `nothing` of its attribute, or only the text of its link. Absent: the address, as written. */
  readonly leaves?: 'empty' | 'nothing' | 'text'
  /** How the bytes of a file are reached: on a server of their own where there is one; on a page of the `forge`; or so for `media`, by its extension. */
  readonly raw?: 'forge' | 'media'
}

/** What a host does to tags in a README. What is `filtered` loses whatever its list does not name. */
export type HtmlFact = (Fact<'filtered'> & { readonly allows: HtmlList }) | Fact<Exclude<State, 'broken' | 'rewritten'>>

/** How a heading gets its anchor; see `slugs.ts`. */
export type SlugStyle =
  | 'github'
  | 'gitlab'
  | 'gitea'
  | 'comrak'
  | 'markdig'
  | 'markdown-it'
  | 'npmx'
  | 'pkg-go-dev'
  | 'artifact-hub'
  | 'dart'
  | 'hex'
  | 'vscode'
  | 'docutils'

/**
 * How links within the page find their place. A link `#x` works where `prefix.link + x` is the anchor of a heading behind
 * `prefix.heading`, or an anchor that is written as HTML behind `prefix.written`.
 */
interface AnchorFact extends Fact<SlugStyle | 'none' | 'unknown'> {
  readonly prefix: {
    readonly heading: string
    readonly written: string
    readonly link: string
    /** Before the ids that footnotes get, and in their links; absent, it is that of `written`. */
    readonly footnote?: string
  }
  /** Before what a link in HTML says, where that is not `prefix.link`. */
  readonly htmlLink?: string
  /** A heading in HTML gets no anchor. */
  readonly markdownOnly?: true
  /** Anchors that a filter takes away. */
  readonly refused?: ReadonlySet<string>
  /** The prefix of links also stands in `#top`, which then is the name of no place. */
  readonly noTop?: true
  /** Where nothing is behind `prefix.link`, a link leads to what is called just as the link says. */
  readonly alsoAsWritten?: true
  /** A script finds the place of a link without regard to case. */
  readonly anyCase?: true
}

/** What Markdown has beyond CommonMark and tables, in the order of reports. */
export const features = [
  'alert',
  'footnote',
  'task-list',
  'mermaid',
  'math',
  'emoji-shortcode',
  'comment',
  'gh-mode-fragment',
] as const

export type Feature = (typeof features)[number]

/** Images that a host shows; all others are refused. */
export interface TrustedImages extends Evidence {
  /** Exact names of servers, lower case. */
  readonly servers: ReadonlySet<string>
  /** Addresses that are shown, too. */
  readonly addresses?: RegExp
}

/** Schemes that links and images may have, where HTML is not filtered by a list that names them. */
interface LinkSchemes extends Evidence {
  readonly schemes: ReadonlySet<string>
  /** What is left of every other one: an empty address, or the text of a link and nothing of an image. */
  readonly leaves: 'empty' | 'text'
}

/** How a host writes what it shows, where it differs from most. */
interface Markup extends Evidence {
  /** `<aside class="admonition">` for an alert, GitHub's `<div>` without its title, or what stands in that without the `<div>`. */
  readonly alerts?: 'admonition' | 'untitled' | 'unboxed'
  /**
   * Quotes anywhere may be alerts, and text may stand behind their marker. To `comrak` it is the title, and one blank stands in front of the marker; on
   * `jsr` it is the title, and the marker stands in capitals; on `npmx` it is a part of the text. Absent, they are read as on GitHub.
   */
  readonly alertSyntax?: 'comrak' | 'jsr' | 'npmx'
  /** So many levels are added to headings in Markdown. */
  readonly demoted?: number
  /** No level is left out on the way down, and headings in HTML are lowered, too. */
  readonly noLevelLeftOut?: true
  /** Level of the first heading in Markdown; others keep their distance to it. */
  readonly firstLevel?: number
  /** A README that starts with a heading of level 1 or 2 is shown without it. */
  readonly noFirstHeading?: true
  /** Emoji by name are found in the text of HTML, too, and `everywhere` in code. */
  readonly emojiInHtml?: true | 'everywhere'
  /** Emoji by name are found in paragraphs only, and there not in what is emphasized or linked. */
  readonly emojiInParagraphs?: true
  /** Images from pages of files on GitHub lead to the bytes; with `true`, links in Markdown to such pages, too, but to those of Markdown. */
  readonly bytesOfPages?: true | 'images'
  /** What stands between `---` at the start is read as `markdown`, or shown as `code`. Absent, it is not shown. */
  readonly frontMatter?: 'markdown' | 'code'
  /** `[[text|address]]`, or `[[address]]`, is a link, whatever stands behind it. */
  readonly wikiLinks?: true
  /** What stands between `^` is raised; with `both`, what stands between single `~` is lowered. */
  readonly scripts?: 'raised' | 'both'
  /** `~~` is text. */
  readonly noStrikethrough?: true
  /**
   * An address in the text as it is, without `<` and `>` around it, is text; so it is only without a `scheme`; or it is a link as `comrak` reads it,
   * where the name of its server has a dot, and before `www.` stands white space or one of `*_~([`.
   */
  readonly bareLinks?: 'none' | 'scheme' | 'comrak'
  /** The level of a heading in Markdown is how many sections it stands in. */
  readonly levelsByDepth?: true
  /** Footnotes stand below a heading, which is read out and not seen. */
  readonly footnoteTitle?: true
  /** Each `#12` behind a blank becomes a link to an issue before the README is read, in code and links, too, as vsce has it. */
  readonly vsceIssues?: true
  /** Links and images lose their titles. */
  readonly noTitles?: true
  /** Alt text of an image in Markdown that has none. */
  readonly emptyAlt?: string
  /** The language of code is an attribute of its `<pre>`, in which there is no `<code>`, or it ends at a comma. */
  readonly codeLanguage?: 'lang' | 'before-comma'
}

/** How long a README may be. */
export interface Limit extends Fact<'cut' | 'refused'> {
  readonly size: number
  readonly unit: 'bytes' | 'characters'
}

/** A place that renders a README. Files in `hosts/` are nothing but facts; what follows from them is computed elsewhere. */
export interface Host {
  /** As `--host` and the config name it: `npm`. */
  readonly name: string
  /** As messages name it: `PyPI`. */
  readonly title: string
  /** Other names that `--host` understands. */
  readonly aliases?: readonly string[]
  /** `forge` shows the repository itself, `registry` a published package, `site` what its owner puts there. */
  readonly kind: 'forge' | 'registry' | 'site'
  /** Kind of forge whose repositories it shows. */
  readonly forge?: Forge
  /** Names of the servers that run this software, where others of the kind run another one. */
  readonly servers?: RegExp
  /** A manifest of this ecosystem brings the package here. */
  readonly ecosystem?: Ecosystem
  /** The registry shows the README that the manifest names, and none where it names none. */
  readonly namedOnly?: boolean
  /** Nothing in a project tells that its README is shown here, or that anybody reads it here: only `--host` and the config do. */
  readonly onRequest?: boolean
  readonly html: HtmlFact
  readonly relativeLink: AddressFact
  /** The same for `<a href>`, where it differs. */
  readonly relativeHtmlLink?: AddressFact
  /** The same for links and images in Markdown whose address stands in a definition, where it differs. */
  readonly relativeReference?: AddressFact
  /** The same for addresses that start at the root, `/docs`, where it differs. */
  readonly rootedAddress?: AddressFact
  readonly relativeImage: AddressFact
  readonly relativeSrcset: AddressFact
  /** The same for images and `srcset` in a tag that goes over several lines of an HTML block, or stands in a link or in emphasis, where it differs. */
  readonly relativeInsideImage?: AddressFact
  readonly anchors: AnchorFact
  readonly features: Readonly<Record<Feature, Fact>>
  readonly images?: {
    /** What becomes of an image whose address starts with `http:`. */
    readonly http?: Fact<'refused' | 'rewritten'>
    /** The only servers whose images are shown. */
    readonly trusted?: TrustedImages
    /** The only servers whose SVG images are shown. */
    readonly svg?: TrustedImages
  }
  readonly links?: LinkSchemes
  readonly markup?: Markup
  /** The page of a package leads to its repository, whatever manifest and README say. */
  readonly repositoryLink?: Evidence
  /** What becomes of a README in reStructuredText. */
  readonly rst?: Fact<'kept' | 'literal'> & {
    /** How headings get their anchors there, where that is another way than in Markdown. */
    readonly slugs?: SlugStyle
    /** There, the level of a heading is how many sections it stands in: no title is set apart. */
    readonly levelsByDepth?: true
    /** A README of which docutils warns is not shown at all. */
    readonly strict?: true
  }
  readonly limit?: Limit
}

/** False for what was only reported: it may be told, but it is no ground for an error. */
export function isCertain({ certainty }: Evidence): boolean {
  return certainty !== 'reported'
}

/** Facts that were all read in one place. */
export function factsFrom<Key extends string, Does extends string>(
  evidence: Evidence,
  does: Readonly<Record<Key, Does>>,
): Record<Key, Fact<Does>> {
  const facts = Object.entries<Does>(does).map(([key, value]) => [key, { does: value, ...evidence }])
  return Object.fromEntries(facts) as Record<Key, Fact<Does>>
}
