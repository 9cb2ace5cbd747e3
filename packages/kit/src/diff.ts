export async function unifiedDiff(path: string, before: string, after: string): Promise<string> {
  return before === after ? '' : path
}
