/** `your-username` and its like stand for an owner that the reader puts in. */
export function isPlaceholder(owner: string): boolean {
  return /^(?:your|my|user|username|owner|org|organization|fork|me|example|octocat|github|name|account)|[-_]?(?:user-?name|fork|handle|id|account)$/i.test(
    owner,
  )
}
