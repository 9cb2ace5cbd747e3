/** Kinds of package that a manifest declares. */
export type Ecosystem =
  | 'npm'
  | 'pypi'
  | 'crates'
  | 'go'
  | 'packagist'
  | 'rubygems'
  | 'nuget'
  | 'maven'
  | 'pub'
  | 'jsr'
  | 'vscode'
  | 'hex'

/** What one manifest says, in one shape for all ecosystems. Absent means the manifest does not say. */
export interface Manifest {
  readonly ecosystem: Ecosystem
  /** Path of the file, relative to the project's folder, with forward slashes. */
  readonly path: string
  readonly name?: string
  readonly version?: string
  readonly description?: string
  /** The licence as the manifest writes it: an SPDX expression where the ecosystem asks for one. */
  readonly license?: string
  /** True where the manifest says that the package is not published. */
  readonly private: boolean
  readonly repository?: Repository
  readonly homepage?: string
  readonly documentation?: string
  readonly changelog?: string
  readonly issues?: string
  readonly funding: readonly string[]
  /** Names of the commands it installs. */
  readonly commands: readonly string[]
  /** The README that the manifest names, relative to the manifest's folder. */
  readonly readme?: string
}

export type Forge = 'github' | 'gitlab' | 'bitbucket' | 'gitea' | 'sourcehut' | 'unknown'

/** A repository on a forge. Credentials are never kept. */
export interface Repository {
  readonly forge: Forge
  /** Host name, lower case, with a port only where one is written: `github.com`. */
  readonly host: string
  /** `owner`, or `group/subgroup` on GitLab. */
  readonly owner: string
  readonly name: string
  /** Folder of the package inside the repository, where the manifest says so. */
  readonly directory?: string
  /** `https://host/owner/name`, without `.git` and without a trailing slash. */
  readonly url: string
}

export interface License {
  /** SPDX identifier or expression, when it could be told. */
  readonly spdx: string | undefined
  /** Path of the licence file, relative to the project's folder; absent where only a manifest names the licence. */
  readonly path?: string
}

/** One way to give money, as FUNDING.yml names it, with the address it leads to. */
export interface Funding {
  readonly platform: string
  readonly url: string
}

/** Files that a forge looks for by name, relative to the project's folder. */
export interface Community {
  readonly contributing?: string
  readonly codeOfConduct?: string
  readonly security?: string
  readonly support?: string
  readonly governance?: string
}

/** The files of a project, by paths with forward slashes relative to its folder. Case matters, whatever the file system says. */
export interface ProjectFiles {
  /** `file`, `directory`, or undefined for nothing there. A path that leaves the repository is not there. */
  kind(path: string): 'file' | 'directory' | undefined
  /** Names in a folder, sorted; empty for no folder. */
  list(path: string): readonly string[]
  /** UTF-8 text of a file, or undefined. */
  text(path: string): string | undefined
}

/** Facts about the project that a README stands in, read from manifests, git and files. */
export interface Project {
  /** Absolute path of the folder. */
  readonly folder: string
  /** Absolute path of the repository's root, which is `folder` or above it; `folder` itself outside git. */
  readonly root: string
  readonly files: ProjectFiles
  /** Manifests in the folder itself, the one that names the package first. */
  readonly manifests: readonly Manifest[]
  /** From the manifests, else from the git remote `origin` (or the only remote). */
  readonly repository: Repository | undefined
  /** The forge's default branch, where git knows it (`refs/remotes/origin/HEAD`), else the current branch. */
  readonly defaultBranch: string | undefined
  readonly homepage: string | undefined
  readonly documentation: string | undefined
  /** Path of the changelog, relative to the folder; else of the repository's root one, as `../…`. */
  readonly changelog: string | undefined
  readonly license: License | undefined
  readonly funding: readonly Funding[]
  /** Workflow files in the repository, as `.github/workflows/x.yml`, relative to the root. */
  readonly workflows: readonly string[]
  readonly community: Community
  /** Folders of the workspace's packages, relative to the folder; empty where it is no workspace root. */
  readonly packages: readonly string[]
}
