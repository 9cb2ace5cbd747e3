declare module 'commonmark-spec' {
  export const text: string
  export const tests: {
    readonly markdown: string
    readonly html: string
    readonly section: string
    readonly number: number
  }[]
}
