/** A place that renders a README. */
export interface Host {
  readonly name: string
}
