/**
 * Letters and digits only, so that `Fast API`, `fast-api` and `FastAPI` are one name, and `#whats-new-` and "What's new?" one
 * anchor.
 */
export function squeeze(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}
