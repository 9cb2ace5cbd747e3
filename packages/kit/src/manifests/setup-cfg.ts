import { readIni } from './ini.ts'
import { type PythonFacts, untoldType } from './python-facts.ts'

/** What setup.cfg says about a package, or undefined where it has no `[metadata]`. */
export function readSetupCfg(source: string): PythonFacts | undefined {
  const sections = readIni(source)
  const metadata = sections.get('metadata')
  if (metadata === undefined) return undefined
  const get = (...names: readonly string[]) => names.map((name) => literal(metadata.get(name))).find(Boolean)
  const described = fileNamed(metadata.get('long_description'))
  const type = get('long_description_content_type', 'description_content_type', 'description-content-type')
  const scripts = sections.get('options.entry_points')?.get('console_scripts') ?? ''
  return {
    name: get('name'),
    version: get('version'),
    description: get('description', 'summary')?.split('\n')[0],
    license: get('license'),
    // The other name is for pbr and old tools; setuptools reads none by it, so setup.py may say what it is written in.
    readme: described ?? get('description_file', 'description-file'),
    readmeType: type ?? (described === undefined ? undefined : untoldType),
    runtime: literal(sections.get('options')?.get('python_requires')),
    dependencies: lines(sections.get('options')?.get('install_requires')),
    urls: [
      ...pair('homepage', get('url', 'home_page', 'home-page')),
      ...lines(metadata.get('project_urls')).flatMap((line) => pair(...cut(line, '='))),
    ],
    classifiers: lines(metadata.get('classifiers') ?? metadata.get('classifier')),
    commands: lines(scripts).map((line) => cut(line, '=')[0]),
  }
}

/** `attr:` and `file:` lead to values that only setuptools can fetch. */
function literal(value: string | undefined): string | undefined {
  return value === undefined || value === '' || /^(?:attr|file):/.test(value) ? undefined : value
}

function fileNamed(value: string | undefined): string | undefined {
  return /^file:\s*([^,\s]+)/.exec(value ?? '')?.[1]
}

function lines(value: string | undefined): string[] {
  return (value ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function cut(line: string, at: string): [string, string] {
  const index = line.indexOf(at)
  return index === -1 ? [line, ''] : [line.slice(0, index).trim(), line.slice(index + 1).trim()]
}

function pair(label: string, url: string | undefined): (readonly [string, string])[] {
  return url ? [[label, url]] : []
}
