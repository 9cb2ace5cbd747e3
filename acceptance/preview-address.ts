import type { Readable } from 'node:stream'

/** The address that `readme-lint preview` prints once it can be asked. */
export function addressFrom(output: Readable): Promise<string> {
  return new Promise((resolve) => {
    let told = ''
    output.on('data', (chunk: Buffer) => {
      told += chunk
      const [url] = /http:\/\/127\.0\.0\.1:\d+\/[\w-]+\//.exec(told) ?? []
      if (url) resolve(url)
    })
  })
}
