/** All kinds of badges that a row can have, in their usual order. */
export const rowKinds = [
  'ci',
  'version',
  'license',
  'coverage',
  'documentation',
  'downloads',
  'chat',
  'social',
] as const
