import { factsFrom, type Host } from '../host.ts'
import { words } from '../sanitizers/html-list.ts'

const gallery = (path: string) =>
  ({
    source: `NuGet/NuGetGallery, src/NuGetGallery/Services/${path}`,
    date: '2026-08-17',
    certainty: 'source',
  }) as const

/** Trusted-Image-Domains.json; the service adds `www.` to each. */
const servers = words(`
  api.codacy.com api.codeclimate.com api.dependabot.com api.reuse.software api.travis-ci.com app.codacy.com
  app.deepsource.com avatars.githubusercontent.com badgen.net badges.gitter.im camo.githubusercontent.com
  caniuse.bitsofco.de cdn.jsdelivr.net cdn.syncfusion.com ci.appveyor.com circleci.com cloudback.it codecov.io
  codefactor.io coveralls.io dev.azure.com devpod.sh flat.badgen.net gitlab.com i.imgur.com img.shields.io
  infragistics.com isitmaintained.com media.githubusercontent.com opencollective.com raw.github.com
  raw.githubusercontent.com snyk.io sonarcloud.io travis-ci.com travis-ci.org user-images.githubusercontent.com
`)

export const host: Host = {
  name: 'nuget',
  title: 'NuGet',
  kind: 'registry',
  ecosystem: 'nuget',
  namedOnly: true,
  html: { does: 'literal', ...gallery('MarkdownService.cs') },
  relativeLink: { does: 'broken', leaves: 'empty', ...gallery('MarkdownService.cs') },
  relativeImage: { does: 'broken', leaves: 'empty', ...gallery('MarkdownService.cs') },
  relativeSrcset: { does: 'literal', ...gallery('MarkdownService.cs') },
  anchors: {
    does: 'markdig',
    ...gallery('MarkdownService.cs (AutoIdentifierOptions.GitHub)'),
    markdownOnly: true,
    prefix: { heading: '', written: '', link: '' },
  },
  links: { schemes: new Set(['http', 'https']), leaves: 'empty', ...gallery('MarkdownService.cs') },
  markup: {
    frontMatter: 'markdown',
    alerts: 'untitled',
    demoted: 1,
    emptyAlt: 'alternate text is missing from this package README image',
    ...gallery('MarkdownService.cs; tests/NuGetGallery.Facts/Services/MarkdownServiceFacts.cs'),
  },
  features: factsFrom(gallery('MarkdownService.cs'), {
    alert: 'kept',
    footnote: 'literal',
    'task-list': 'kept',
    mermaid: 'literal',
    math: 'literal',
    'emoji-shortcode': 'kept',
    comment: 'dropped',
    'gh-mode-fragment': 'broken',
  }),
  images: {
    http: { does: 'rewritten', note: 'to https', ...gallery('MarkdownService.cs') },
    trusted: {
      ...gallery('ImageDomainValidator.cs; src/NuGetGallery/App_Data/Files/Content/Trusted-Image-Domains.json'),
      servers: new Set(servers.flatMap((server) => [server, `www.${server}`])),
      addresses: /^https?:\/\/(?:www\.)?github\.com\/[^/]+\/[^/]+\/(?:actions\/)?workflows\/.+\/badge\.svg/,
    },
  },
  limit: { does: 'refused', size: 1_048_576, unit: 'bytes', ...gallery('PackageMetadataValidationService.cs') },
}
