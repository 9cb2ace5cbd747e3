import type { Opened } from './open.ts'

// PROVISIONAL until the history branch has `next`.
export async function nextVersion({ history }: Opened): Promise<string | undefined> {
  return history.unreleased.sections.length === 0 ? undefined : '9.9.9'
}
