import type { ProjectFiles } from '../project.ts'

/** Files of an action of GitHub, and of the tools that build extensions of browsers and desktop apps (read 2026-11). */
const files = [
  'action.yml',
  'action.yaml',
  'wxt.config.ts',
  'electron-builder.yml',
  'electron-builder.yaml',
  'electron-builder.json',
  'electron-builder.json5',
  'electron-builder.toml',
  'forge.config.js',
  'forge.config.cjs',
  'forge.config.ts',
  'src-tauri/tauri.conf.json',
]

/** Where the manifest of an extension of a browser, or of a plugin of Obsidian or Figma, may lie, and a key that each has. */
const manifests = ['', 'src/', 'public/', 'extension/'].map((folder) => `${folder}manifest.json`)
const keys = /"(?:manifest_version|minAppVersion|editorType)"\s*:/

/** True where a package.json only builds what people do not get from npm: an action, an extension of a browser, a plugin, a desktop app. */
export function isBuiltForElsewhere({ kind, text }: Pick<ProjectFiles, 'kind' | 'text'>): boolean {
  return files.some((name) => kind(name) === 'file') || manifests.some((path) => keys.test(text(path) ?? ''))
}
