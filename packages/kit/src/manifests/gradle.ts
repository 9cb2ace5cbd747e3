import { parseRepository } from '../forge.ts'
import type { ProjectFiles } from '../project.ts'
import { beside, type ManifestFacts } from './manifest.ts'
import { textOf } from './parse.ts'
import { text } from './values.ts'

/**
 * What a Gradle build says beyond doubt: plain strings of the build, its settings and gradle.properties. Its language is
 * never run. A build that names no group publishes nothing that could be found.
 */
export function readGradle(files: ProjectFiles, path: string): ManifestFacts {
  const build = scriptOf(files, path, 'build')
  const settings = scriptOf(files, path, 'settings')
  const properties = parseProperties(textOf(files, beside(path, 'gradle.properties')))
  const property = (...names: readonly string[]) => names.map((name) => properties.get(name)).find(Boolean)
  const group = assigned(build, 'group') ?? property('group', 'GROUP')
  const artifact = property('POM_ARTIFACT_ID')
  const name = artifact ?? assigned(settings, 'rootProject\\.name')
  // A title is no name of an artifact; plugins of Gradle are on a portal of their own, those of IDEs and mods of games on a marketplace.
  const isArtifact =
    /^[\w.-]+$/.test(name ?? '') &&
    !/^[ \t]*(?:gradlePlugin|intellij(?:Platform)?|minecraft|loom|neoForge)[ \t]*\{/m.test(build)
  const members = membersOf(settings)
  // The root of several modules without sources of its own has nothing to publish; the modules have names of their own.
  const holdsModules = members.length > 0 && artifact === undefined && files.kind(beside(path, 'src')) === undefined
  return {
    name: group && isArtifact ? `${group}:${name}` : undefined,
    version: assigned(build, 'version') ?? property('version', 'VERSION_NAME'),
    description: assigned(build, 'description') ?? property('POM_DESCRIPTION'),
    private: group === undefined || !isArtifact || holdsModules,
    repository: parseRepository(property('POM_SCM_URL') ?? ''),
    homepage: property('POM_URL'),
    members,
  }
}

function scriptOf(files: ProjectFiles, path: string, name: string): string {
  const found = [`${name}.gradle.kts`, `${name}.gradle`].map((file) => beside(path, file))
  const script = found.find((file) => files.kind(file) === 'file')
  return script === undefined ? '' : textOf(files, script).replace(/^[ \t]*\/\/.*$|\/\*[\s\S]*?\*\//gm, '')
}

/** A top-level assignment of a plain string, in Kotlin or Groovy. */
function assigned(script: string, name: string): string | undefined {
  const [, , value] =
    new RegExp(`^${name}[ \\t]*(?:=[ \\t]*|[ \\t])(["'])([^"'$\\n]+)\\1[ \\t]*;?[ \\t]*$`, 'm').exec(script) ?? []
  return text(value)
}

/** `include(":a", ":b:c")` are the folders `a` and `b/c`. */
function membersOf(settings: string): string[] {
  const includes = settings.matchAll(/^[ \t]*include[ \t(]+((?:\s*["'][^"'$\n]+["'],?)+)/gm)
  const paths = [...includes].flatMap(([, list = '']) =>
    [...list.matchAll(/["']:?([^"']+)["']/g)].map(([, path]) => path),
  )
  return paths.flatMap((path) => path?.replaceAll(':', '/') ?? [])
}

function parseProperties(source: string): ReadonlyMap<string, string> {
  const entries = source.matchAll(/^[ \t]*([\w.-]+)[ \t]*[=:][ \t]*(\S.*?)[ \t]*$/gm)
  return new Map([...entries].map(([, name = '', value = '']) => [name, value]))
}
