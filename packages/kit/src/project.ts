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
  | 'helm'
  | 'hackage'
  | 'opam'
  | 'julia'
  | 'cran'
  | 'cpan'
  | 'luarocks'
  | 'nimble'
  | 'shards'
  | 'elm'

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
  /** Addresses that it lists under labels of any kind: a chat, an account. */
  readonly links?: readonly string[]
  readonly funding: readonly string[]
  /** Names of the commands it installs. */
  readonly commands: readonly string[]
  /**
   * Versions of Node, Python or Rust that it works on, as the manifest of npm, PyPI or crates.io writes them: `>=18`,
   * `^3.9`, or for Rust the oldest one, `1.75`.
   */
  readonly runtime?: string
  /** Names of the packages that it builds on, optional ones and those for development among them. */
  readonly dependencies?: readonly string[]
  /** The README that the manifest names, relative to the manifest's folder. */
  readonly readme?: string
  /** What PyPI is told that it is written in, by the manifest or by what setuptools says where that is silent: `text/x-rst`. Absent where its name tells. */
  readonly readmeType?: string
  /** Folders of a workspace's members, as the manifest writes them: globs relative to its folder, `!` before exclusions. */
  readonly members: readonly string[]
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
  /**
   * `https://host/owner/name`, without `.git` and without a trailing slash; `http` only where a port of plain HTTP is written.
   * On a server of unknown kind that is read from an SSH address it is the likely address, not a known one.
   */
  readonly url: string
}

export interface License {
  /** SPDX identifier or expression, when it could be told; `GPL-3.0` where only the text is there, which leaves "or later" open. */
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
  /** UTF-8 text of a file as it is, or undefined; undefined, too, for a file over 16 MiB. */
  text(path: string): string | undefined
}

/** Something that stood in the way of reading a fact. The fact is then as if it were not there. */
export interface Problem {
  /** Path of the file, relative to the project's folder. */
  readonly path: string
  /** What is wrong, and where in the file: `not valid TOML: … at line 3, column 5`. */
  readonly message: string
}

/** Facts about the project that a README stands in, read from manifests, git and files. */
export interface Project {
  /** Absolute path of the folder, without symbolic links. */
  readonly folder: string
  /** Absolute path of the repository's root, which is `folder` or above it; `folder` itself outside git. */
  readonly root: string
  /** Path of the folder in its repository, empty for the root: where git does not say, as a manifest does of a package that was unpacked. */
  readonly directory: string
  readonly files: ProjectFiles
  /** Manifests in the folder itself, the one that names the package first. */
  readonly manifests: readonly Manifest[]
  /** From the manifests of the folder, then of the root, else from the git remote `origin` (or the only remote). */
  readonly repository: Repository | undefined
  /** What the git remote `origin` (or the only remote) names: the repository, a fork of it, or what it was called before it moved. */
  readonly remote: Repository | undefined
  /** The default branch as the clone knows it (`refs/remotes/origin/HEAD`), else the CI service; else the current branch. */
  readonly defaultBranch: string | undefined
  /** A site of its own: never the repository, another forge page or a registry's page about the package. */
  readonly homepage: string | undefined
  /** What a manifest calls its documentation, else the homepage; never the page that shows the README. */
  readonly documentation: string | undefined
  /** Path of the changelog, relative to the folder; else of the repository's root one, as `../…`. */
  readonly changelog: string | undefined
  readonly license: License | undefined
  readonly funding: readonly Funding[]
  /** Workflow files in the repository, as `.github/workflows/x.yml`, relative to the root. */
  readonly workflows: readonly string[]
  readonly community: Community
  /** True for a package of a workspace whose root is that of the repository. */
  readonly isMember: boolean
  /** Folders of the workspace's packages, relative to the folder; empty where it is no workspace root. Searched when first read. */
  readonly packages: readonly string[]
  /** Manifests and other files that could not be read, for a caller to show. */
  readonly problems: readonly Problem[]
}
