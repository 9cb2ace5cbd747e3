import type { Project } from '@frontdoor/kit/project'

/** The versions that the manifests name, each once; 0.0.0 stands for one that is made at the release. */
export function declaredVersions({ manifests }: Pick<Project, 'manifests'>): string[] {
  const versions = manifests.flatMap(({ version }) => (version && !version.startsWith('0.0.0') ? version : []))
  return [...new Set(versions)]
}
