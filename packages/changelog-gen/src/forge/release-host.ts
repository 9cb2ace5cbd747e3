/** A release as its forge has it. */
export interface HostedRelease {
  readonly name: string
  readonly body: string
  /** Its page. */
  readonly url: string
  readonly id?: number
}

/** A release in a list of them. */
export interface ListedRelease {
  readonly tag: string
  readonly draft: boolean
}

/** What a release of a tag is to be. */
export interface TagRelease {
  readonly tag: string
  readonly name: string
  readonly body: string
  /** Commit of the tag. */
  readonly sha: string
  readonly prerelease: boolean
  readonly draft: boolean
}

/** A request that changes something. */
interface HostRequest {
  readonly method: 'POST' | 'PATCH' | 'PUT'
  /** As it is asked for, below the address of the API. */
  readonly path: string
  readonly body: object
}

/** A forge that holds the releases of tags. All methods throw `UserError` where it does not do what it is asked. */
export interface ReleaseHost {
  /** The form of notes that it shows. */
  readonly format: 'github' | 'gitlab'
  /** Newest first. */
  list(): Promise<readonly ListedRelease[]>
  find(tag: string): Promise<HostedRelease | undefined>
  request(release: TagRelease, found: HostedRelease | undefined): HostRequest
  /** Address of the page of what it made. */
  send(request: HostRequest): Promise<string>
  /** Must be called at the end. */
  close(): Promise<void>
}
