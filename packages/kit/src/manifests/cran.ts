import { gnuLicense, readFields } from './fields.ts'
import { type ManifestFacts, type ManifestReader, repositoryAt } from './manifest.ts'
import { textOf } from './parse.ts'

/** DESCRIPTION of an R package ("Writing R Extensions", read 2026-11-28). What has views of Bioconductor is published there. */
export const cran: ManifestReader = {
  ecosystem: 'cran',
  files: ['DESCRIPTION'],
  async read(files, path): Promise<ManifestFacts | undefined> {
    const { get } = readFields(textOf(files, path))
    const [name, version] = [get('package'), get('version')]
    if (name === undefined || version === undefined) return undefined
    const urls = (get('url') ?? '').split(/[\s,]+/)
    const isRepository = (url: string) => repositoryAt(url) !== undefined
    return {
      name,
      version,
      description: get('title'),
      license: licenseOf(get('license') ?? ''),
      // CRAN refuses what has no licence; a book or a website may have such a file, too.
      private:
        get('license') === undefined || get('biocviews') !== undefined || (get('type') ?? 'Package') !== 'Package',
      repository: urls.map(repositoryAt).find(Boolean),
      homepage: urls.find((url) => !isRepository(url)),
      issues: get('bugreports'),
    }
  },
}

/** Choices stand between bars; the file is a part of what the licence says, or all that is said. */
function licenseOf(written: string): string | undefined {
  const choices = written.split('|').map((choice) => choice.replace(/(?:^|\+)\s*file\s+LICEN[CS]E\s*$/, '').trim())
  const named = choices
    .filter((choice) => choice !== '')
    .map((choice) => gnuLicense(choice).replace(/^BSD_([23])_clause$/, 'BSD-$1-Clause'))
  return named.join(' OR ') || undefined
}
